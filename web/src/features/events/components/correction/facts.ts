import type { TFunction } from 'i18next'
import { instantOf } from '@/lib/local-time'
import { groupDigits } from '@/lib/quantity'
import { formatTime } from '@/lib/time'
import { quantityText, unitName } from '@/lib/units'
import type { DraftLine, EventDraft } from './draft'

/** One thing an event says, in words: two events are compared fact by fact. */
export interface Fact {
  key: string
  label: string
  text: string
}

/** Everything an event or a draft says, each fact under a key that both versions share. */
export function factsOf(t: TFunction, language: string, draft: EventDraft): Fact[] {
  const named = (group: string, code: string) =>
    code ? t(`${group}.${code}`, { defaultValue: code }) : ''
  const time = (text: string) => (text ? formatTime(instantOf(text), language, 'second') : '')
  const field = (key: string, text: string | undefined) => ({
    key,
    label: t(`field.${key}`),
    text: text ?? '',
  })
  return [
    field('kind', named('kind', draft.kind)),
    field('event_time', time(draft.eventTime)),
    field('event_time_to', time(draft.eventTimeTo)),
    field('precision', named('precision', draft.precision)),
    field('site', draft.site?.name),
    field('place', draft.place?.name),
    field('equipment', draft.equipment.map(machine => machine.name).join(', ')),
    field('tank', draft.tank?.name),
    field('run', draft.run),
    field('operator', draft.operator),
    field('crew', draft.crew),
    field('owner', draft.owner?.name),
    field('customer', draft.customer?.name),
    field('supplier', draft.supplier?.name),
    field('verdict', named('quality', draft.verdict)),
    field('reason', named('loss_reason', draft.reason)),
    ...draft.lines.map(line => lineFact(t, line)),
    ...draft.readings.map(reading => ({
      key: `reading:${reading.key}`,
      label: reading.name || named('kde', reading.kde),
      text: `${groupDigits(reading.value)} ${unitName(t, reading.unit)}`.trim(),
    })),
    ...draft.references.map(reference => ({
      key: `reference:${reference.key}`,
      label: t('field.references'),
      text: `${named('reference', reference.type)} ${reference.id}`.trim(),
    })),
    field('note', draft.note),
  ]
}

/** A line in one breath: the lot, how much, from where to where, and what is odd about it. */
export function lineText(t: TFunction, line: DraftLine): string {
  const held = line.inUnit || line.place?.name || ''
  const [from, to] = line.arrives ? ['', held] : [held, line.toPlace?.name ?? '']
  return [
    line.lot?.code ?? t(`loss_reason.${line.reason}`, { defaultValue: line.reason }),
    line.quantity && quantityText(t, { value: line.quantity, unit: line.unit }),
    line.second && quantityText(t, line.second),
    from && to ? `${from} → ${to}` : wayText(t, from, to),
    line.certainty !== 'certain' && t(`certainty.${line.certainty}`),
    line.weight && `× ${line.weight}`,
  ]
    .filter(Boolean)
    .join('  ')
}

function wayText(t: TFunction, from: string, to: string): string {
  if (from) return `${t('correction.from')} ${from}`
  return to && `${t('correction.to')} ${to}`
}

function lineFact(t: TFunction, line: DraftLine): Fact {
  const label = t(`role.${line.role}`, { defaultValue: line.role })
  return { key: `line:${line.key}`, label, text: lineText(t, line) }
}
