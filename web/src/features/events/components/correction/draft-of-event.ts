import type { EventDetail, EventLine } from '@/api/records'
import { fieldTime } from '@/lib/local-time'
import { anatomyOf } from './anatomy'
import type { Choice, DraftLine, EventDraft, Part } from './draft'

/** A master as it can be chosen. */
export interface Master {
  id: string
  code: string
  name: string
  name_en: string
}

/** The lists that the names in an event are found in. */
export interface Masters {
  sites: Master[]
  locations: Master[]
  parties: Master[]
  equipment: Master[]
}

/** What was recorded as a draft to be put right: names turned back into the masters they mean. */
export function draftOf(event: EventDetail, masters: Masters): EventDraft {
  const text = (value: string | null | undefined) => value ?? ''
  return {
    kind: event.kind,
    eventTime: fieldTime(event.event_time),
    eventTimeTo: fieldTime(event.event_time_to),
    precision: event.precision,
    timeSource: event.time_source,
    site: choiceOf(event.site, masters.sites),
    place: choiceOf(event.place, masters.locations),
    equipment: event.equipment.map(name => meant(name, masters.equipment)),
    run: text(event.run),
    operator: text(event.operator),
    crew: text(event.crew),
    owner: choiceOf(event.owner, masters.parties),
    customer: choiceOf(event.customer, masters.parties),
    supplier: choiceOf(event.supplier, masters.parties),
    tank: choiceOf(event.tank, masters.equipment),
    verdict: text(event.verdict),
    reason: text(event.reason),
    note: event.note,
    references: event.references.map((r, index) => ({ key: `reference-${index}`, ...r })),
    readings: event.measurements.map(({ kde, name, value, unit }, index) => ({
      key: `${kde}-${index}`,
      kde,
      name,
      value,
      unit,
    })),
    lines: draftLines(event, masters.locations),
  }
}

/** The master a name means; one that fits none or several has no identity and is asked for again. */
export function choiceOf(name: string | null | undefined, masters: Master[]): Choice | null {
  return name ? meant(name, masters) : null
}

function meant(name: string, masters: Master[]): Choice {
  const fits = masters.filter(master => master.name === name || master.name_en === name)
  return { id: fits.length === 1 ? (fits[0]?.id ?? null) : null, name }
}

function draftLines(event: EventDetail, locations: Master[]): DraftLine[] {
  const seen = new Map<string, number>()
  return event.lines.flatMap(line => {
    const part = partOf(event.kind, line)
    if (!part) return []
    const same = `${part}:${line.role}:${line.lot?.id ?? line.reason ?? ''}`
    const nth = seen.get(same) ?? 0
    seen.set(same, nth + 1)
    return [draftLine(event, line, part, `${same}:${nth}`, locations)]
  })
}

/** Where a line stands in a capture; a maker's lot on a delivery follows from the lot received. */
function partOf(kind: string, line: EventLine): Part | null {
  if (line.role === 'parent') return 'unit'
  if (line.lot === null) return 'losses'
  if (kind === 'receive') return line.role === 'input' ? null : 'outputs'
  if (line.role === 'input' || line.role === 'rework') return 'inputs'
  if (['output', 'co_product', 'by_product'].includes(line.role)) return 'outputs'
  return 'subjects'
}

function draftLine(
  event: EventDetail,
  line: EventLine,
  part: Part,
  key: string,
  locations: Master[],
): DraftLine {
  const quantity = line.entered ?? line.quantity
  const arrives = part === 'outputs' || (event.kind === 'return' && !event.supplier)
  const from = part === 'unit' || (!arrives && isTakenOut(event.kind)) ? null : line.from
  const inUnit = from && !arrives && !locations.some(place => isNamed(place, from)) ? from : ''
  const goes = part === 'subjects' && !arrives && anatomyOf(event.kind)?.places.includes('to')
  return {
    key,
    part,
    role: line.role,
    lot: line.lot,
    quantity: quantity?.value ?? '',
    unit: quantity?.unit ?? '',
    second: line.second_quantity,
    arrives,
    place: inUnit ? null : choiceOf(arrives ? line.to : from, locations),
    toPlace: goes ? choiceOf(line.to, locations) : null,
    inUnit,
    certainty: line.certainty,
    reason: line.reason ?? '',
    weight: line.weight ?? '',
  }
}

const isNamed = (master: Master, name: string) => master.name === name || master.name_en === name

/** What is taken out comes from the unit that the event names. */
const isTakenOut = (kind: string) => kind === 'unpack' || kind === 'disassemble'
