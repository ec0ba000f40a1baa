import type { Part } from './draft'

/** What a capture of one kind is made of, besides what every event may tell. */
export interface Anatomy {
  parts: Part[]
  /** Which of the two places a line of this kind may name. */
  places: ('from' | 'to')[]
  asks: ('customer' | 'supplier' | 'tank' | 'reason' | 'verdict')[]
  /** Lines whose quantity says nothing: the event only looks at them. */
  uncounted?: boolean
}

const STEP: Anatomy = { parts: ['inputs', 'outputs', 'losses'], places: ['from', 'to'], asks: [] }
const SEEN: Anatomy = { parts: ['subjects'], places: [], asks: [], uncounted: true }
const OUT: Anatomy = { parts: ['unit', 'subjects'], places: ['to'], asks: [] }
const INTO: Anatomy = { parts: ['unit', 'subjects'], places: ['from'], asks: [] }
const STOCK: Anatomy = { parts: ['subjects'], places: ['from'], asks: ['reason'] }

const KINDS: Record<string, Anatomy> = {
  receive: { parts: ['outputs'], places: ['to'], asks: [] },
  transform: STEP,
  split: STEP,
  merge: STEP,
  rework: STEP,
  process: SEEN,
  inspect: { ...SEEN, asks: ['verdict'] },
  mount: SEEN,
  unmount: SEEN,
  pack: INTO,
  assemble: INTO,
  unpack: OUT,
  disassemble: OUT,
  move: { parts: ['subjects'], places: ['from', 'to'], asks: [] },
  ship: { parts: ['subjects'], places: ['from'], asks: ['customer'] },
  return: { parts: ['subjects'], places: ['from', 'to'], asks: ['customer', 'supplier'] },
  destroy: STOCK,
  sample: STOCK,
  count: STOCK,
  adjust: STOCK,
  fill: { parts: ['inputs'], places: ['from'], asks: ['tank'] },
  draw: { parts: ['outputs'], places: ['to'], asks: ['tank'] },
  clear: { parts: [], places: [], asks: ['tank', 'reason'] },
}

/** The anatomy of a kind; undefined for kinds that are decisions, not sightings, and cannot be corrected. */
export const anatomyOf = (kind: string): Anatomy | undefined => KINDS[kind]

/** Whether what an event says can be declared in error; a hold is released instead. */
export const isCorrectable = (kind: string): boolean => kind in KINDS
