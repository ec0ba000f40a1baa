import type { CorrectionGiven, EventDetail } from '@/api/records'
import { fieldTime, instantOf } from '@/lib/local-time'
import { anatomyOf } from './anatomy'
import type { Choice, DraftLine, EventDraft, Part } from './draft'

type Capture = NonNullable<CorrectionGiven['replacement']>

/** What really happened as the door takes it; the key makes a second click change nothing. */
export function captureBody(event: EventDetail, draft: EventDraft, key: string): Capture {
  const { parts = [], asks = [] } = anatomyOf(draft.kind) ?? {}
  const unit = draft.lines.find(line => line.part === 'unit')
  const lists = (['inputs', 'outputs', 'subjects', 'losses'] as const)
    .map(part => [part, draft.lines.filter(line => line.part === part)] as const)
    .filter(([part, lines]) => lines.length > 0 || (part !== 'losses' && parts.includes(part)))
    .map(([part, lines]) => [part, lines.map(part === 'losses' ? lossBody : lineBody)] as const)
  return filled({
    client_id: key,
    kind: draft.kind,
    mode: 'fact',
    event_time: sameOr(event.event_time, draft.eventTime),
    event_time_to: sameOr(event.event_time_to, draft.eventTimeTo),
    precision: draft.precision,
    time_source: draft.eventTime === fieldTime(event.event_time) ? draft.timeSource : 'entered',
    site: named(draft.site),
    place: named(draft.place),
    equipment: draft.equipment.map(named),
    run: draft.run,
    operator: draft.operator,
    crew: draft.crew,
    owner: named(draft.owner),
    customer: asks.includes('customer') ? named(draft.customer) : undefined,
    supplier: asks.includes('supplier') ? named(draft.supplier) : undefined,
    tank: asks.includes('tank') ? named(draft.tank) : undefined,
    reason: asks.includes('reason') ? draft.reason : undefined,
    verdict: asks.includes('verdict') ? draft.verdict : undefined,
    measurements: draft.readings.map(({ kde, value, unit }) => filled({ kde, value, unit })),
    references: draft.references
      .filter(({ type, id }) => type && id.trim())
      .map(({ type, id }) => ({ type, id: id.trim() })),
    note: draft.note,
    unit: unit?.lot && parts.includes('unit') ? { id: unit.lot.id } : undefined,
    ...Object.fromEntries(lists),
    // Which of the shapes it is follows from the kind; the server refuses what does not fit.
  }) as unknown as Capture
}

/** The instant as it was told, to the last digit, unless somebody changed it. */
function sameOr(recorded: string | null, field: string): string | null {
  return field === fieldTime(recorded) ? recorded : instantOf(field)
}

function lineBody(line: DraftLine) {
  return filled({
    lot: { id: line.lot?.id },
    quantity: line.quantity ? { value: line.quantity, unit: line.unit } : undefined,
    second_quantity: line.second,
    place: line.arrives ? undefined : named(line.place),
    to_place: named(line.arrives ? line.place : line.toPlace),
    unit: line.inUnit ? { scan: line.inUnit } : undefined,
    certainty: line.certainty,
    role: SPECIAL[line.part]?.includes(line.role) ? line.role : undefined,
    weight: line.part === 'outputs' ? line.weight : undefined,
  })
}

function lossBody(line: DraftLine) {
  const quantity = { value: line.quantity, unit: line.unit }
  return { reason: line.reason, quantity, role: line.role }
}

/** The roles that a list does not imply. */
const SPECIAL: Partial<Record<Part, string[]>> = {
  inputs: ['rework'],
  outputs: ['co_product', 'by_product'],
}

const named = (choice: Choice | null) => (choice?.id ? { id: choice.id } : undefined)

/** Only what was said: an empty text is nothing. */
function filled(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).filter(
      ([, value]) => value !== undefined && value !== null && value !== '',
    ),
  )
}
