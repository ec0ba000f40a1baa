import { instantOf } from '@/lib/local-time'
import { anatomyOf } from './anatomy'
import type { EventDraft } from './draft'

/** What stands in the way of sending a draft, by the word for it and the thing it is about. */
export interface Fault {
  code: 'time' | 'period' | 'unnamed' | 'no_lines' | 'quantity' | 'unit' | 'reading'
  about: string
}

const NUMBER = /^[+-]?\d+(\.\d+)?$/

/** Everything that has to be put right before a draft can be sent. */
export function faultsOf(draft: EventDraft): Fault[] {
  const from = instantOf(draft.eventTime)
  const to = draft.eventTimeTo ? instantOf(draft.eventTimeTo) : from
  const faults: Fault[] = []
  if (!from || !to) faults.push({ code: 'time', about: '' })
  else if (Date.parse(to) < Date.parse(from)) faults.push({ code: 'period', about: '' })
  for (const choice of choices(draft)) {
    if (choice.id === null) faults.push({ code: 'unnamed', about: choice.name })
  }
  const needed = anatomyOf(draft.kind)?.parts.filter(part => part !== 'losses') ?? []
  if (needed.length > 0 && draft.lines.length === 0) faults.push({ code: 'no_lines', about: '' })
  for (const line of draft.lines) {
    const about = line.lot?.code ?? line.reason
    if (line.quantity && !NUMBER.test(line.quantity)) faults.push({ code: 'quantity', about })
    else if (line.quantity && !line.unit) faults.push({ code: 'unit', about })
  }
  for (const { value, name, kde } of draft.readings) {
    if (!value.trim()) faults.push({ code: 'reading', about: name || kde })
  }
  return faults
}

function choices({ site, place, owner, customer, supplier, tank, equipment, lines }: EventDraft) {
  const named = [site, place, owner, customer, supplier, tank, ...equipment]
  return [...named, ...lines.flatMap(line => [line.place, line.toPlace])].filter(
    choice => choice !== null,
  )
}
