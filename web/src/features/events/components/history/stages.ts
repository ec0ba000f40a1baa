import type { EventVersion } from '@/api/records'

/** Two versions of a record, told one after the other. */
export interface Pair {
  before: string
  after: string
}

/** What was declared and what stands instead, seen from any stage of a record; null where there is nothing to compare. */
export function comparedPair(history: EventVersion[], event: string): Pair | null {
  const here = history.findIndex(stage => stage.event_id === event)
  const told = history
    .map((stage, index) => ({ ...stage, index }))
    .filter(stage => stage.state !== 'declaration')
  const at = told.findIndex(stage => stage.index >= here)
  const isDeclaration = history[here]?.state === 'declaration'
  const voided = history[here]?.state === 'voided'
  const [first, second] = isDeclaration
    ? [told.findLast(stage => stage.index < here), told[at]]
    : voided && told[at + 1]
      ? [told[at], told[at + 1]]
      : [told[at - 1], told[at]]
  return here >= 0 && at >= 0 && first && second
    ? { before: first.event_id, after: second.event_id }
    : null
}

/** The event that stands instead of a declared one, if any does. */
export function standingInstead(history: EventVersion[], event: string): EventVersion | null {
  const here = history.findIndex(stage => stage.event_id === event)
  const later = here < 0 ? [] : history.slice(here + 1)
  return later.find(stage => stage.state === 'effective') ?? null
}
