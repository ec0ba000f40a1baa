import type { LotRef } from '@/api/records'

/** A master chosen by name; without an identity the name fits none, or more than one. */
export interface Choice {
  id: string | null
  name: string
}

/** The lists of a capture that a line can stand in. */
export type Part = 'unit' | 'inputs' | 'outputs' | 'subjects' | 'losses'

/** One line of what really happened, as it is being written; quantities stay text. */
export interface DraftLine {
  key: string
  part: Part
  role: string
  lot: LotRef | null
  quantity: string
  unit: string
  second: { value: string; unit: string } | null
  /** Whether `place` is where it was put; else it is where it was taken from. */
  arrives: boolean
  place: Choice | null
  toPlace: Choice | null
  inUnit: string
  certainty: string
  reason: string
  weight: string
}

/** A reading as it is being written; its limits are set anew by the server. */
export interface DraftReading {
  key: string
  kde: string
  name: string
  value: string
  unit: string | null
}

/** A document the event belongs to. */
export interface DraftReference {
  key: string
  type: string
  id: string
}

/** What really happened, as it is being written: it begins as what was recorded. */
export interface EventDraft {
  kind: string
  eventTime: string
  eventTimeTo: string
  precision: string
  timeSource: string
  site: Choice | null
  place: Choice | null
  equipment: Choice[]
  run: string
  operator: string
  crew: string
  owner: Choice | null
  customer: Choice | null
  supplier: Choice | null
  tank: Choice | null
  verdict: string
  reason: string
  note: string
  references: DraftReference[]
  readings: DraftReading[]
  lines: DraftLine[]
}
