import type { EventRow } from '@/api/records'

/** A stretch of events alike, told as one line until somebody wants to see each. */
export interface Run {
  key: string
  events: EventRow[]
}

/** So many alike in a row are a crowd. */
const CROWD = 4

/** Put neighbours that differ only in time and in the other lot together; what has something to say stays alone. */
export function foldRuns(events: EventRow[]): Run[] {
  const runs: Run[] = []
  for (const event of events) {
    const last = runs.at(-1)
    if (last?.events[0] && alike(last.events[0], event)) last.events.push(event)
    else runs.push({ key: event.id, events: [event] })
  }
  return runs.flatMap(run =>
    run.events.length >= CROWD
      ? [run]
      : run.events.map(event => ({ key: event.id, events: [event] })),
  )
}

function alike(one: EventRow, other: EventRow): boolean {
  return (
    quiet(one) &&
    quiet(other) &&
    one.kind === other.kind &&
    one.role === other.role &&
    one.place === other.place &&
    one.operator === other.operator &&
    one.quantity?.unit === other.quantity?.unit
  )
}

function quiet(event: EventRow): boolean {
  return (
    event.measurements.length === 0 &&
    event.flags.length === 0 &&
    event.references.length === 0 &&
    !event.note &&
    !event.verdict &&
    !event.hold_reason &&
    !event.voided_by &&
    !event.replaces &&
    !event.corrects
  )
}
