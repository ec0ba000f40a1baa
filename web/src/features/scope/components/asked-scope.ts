/** The question a link to the page asks, and nothing that the link does not say. */
import type { ScopeAsked } from '@/api/records'
import { readAsOf, readInstant } from '@/lib/as-of'

/** The conditions that narrow, as the address names them. */
export const CONDITIONS = [
  'starts',
  'ends',
  'equipment',
  'operator',
  'supplier',
  'place',
  'kde',
  'below',
  'above',
] as const

export type Condition = (typeof CONDITIONS)[number]

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const NUMBER = /^[+-]?\d+(\.\d+)?$/

/** What an address asks for; what cannot be read is left out. */
export function askedScope(params: URLSearchParams): ScopeAsked {
  const { since, recorded, happened, plain } = readAsOf(params)
  const narrow = narrowing(params)
  return {
    lots: [...new Set(params.getAll('lot').filter(lot => UUID.test(lot)))].sort(),
    plain: plain === true,
    ...(since && { since }),
    ...(recorded && { recorded }),
    ...(happened && { happened }),
    ...(narrow && { narrow }),
  }
}

/** How many conditions are set; a parameter with its bounds is one. */
export function countConditions({ narrow }: ScopeAsked): number {
  if (!narrow) return 0
  const { below: _b, above: _a, ...rest } = narrow
  return Object.values(rest).filter(Boolean).length
}

function narrowing(params: URLSearchParams): ScopeAsked['narrow'] {
  const told = CONDITIONS.map(name => [name, readCondition(name, params.get(name))] as const)
  const given = Object.fromEntries(told.filter(([, value]) => value !== null))
  if (!given.kde) {
    delete given.below
    delete given.above
  }
  return Object.keys(given).length > 0 ? given : null
}

function readCondition(name: Condition, text: string | null): string | null {
  if (!text) return null
  if (name === 'starts' || name === 'ends') return readInstant(text)
  if (name === 'below' || name === 'above') return NUMBER.test(text) ? text : null
  if (name === 'kde' || name === 'operator') return text
  return UUID.test(text) ? text : null
}
