import { useTranslation } from 'react-i18next'
import type { EventDetail } from '@/api/records'
import { FieldList } from '@/kit/field-list'
import { holdReason } from '@/kit/hold-reason'
import { qualityTone, StatusPill } from '@/kit/status-pill'
import { TimeText } from '@/kit/time-text'

/** What, when, where, why, who and how, as far as the event tells. */
export function EventFieldList({ event }: { event: EventDetail }) {
  const { t } = useTranslation()
  const named = (group: string, code: string) => t(`${group}.${code}`, { defaultValue: code })
  const papers = event.references.map(r => `${named('reference', r.type)} ${r.id}`)
  return (
    <FieldList
      fields={[
        { label: t('field.event_time'), value: <TimeText at={event.event_time} style="second" /> },
        {
          label: t('field.event_time_to'),
          value: event.event_time_to && <TimeText at={event.event_time_to} style="second" />,
        },
        {
          label: t('field.record_time'),
          value: <TimeText at={event.record_time} style="second" />,
        },
        {
          label: t('field.business_date'),
          value: <TimeText at={event.business_date} style="date" />,
        },
        { label: t('field.precision'), value: named('precision', event.precision) },
        { label: t('field.time_source'), value: named('time_source', event.time_source) },
        { label: t('field.site'), value: event.site },
        { label: t('field.place'), value: event.place },
        { label: t('field.equipment'), value: event.equipment.join(', ') },
        { label: t('field.run'), value: event.run },
        { label: t('field.operator'), value: event.operator },
        { label: t('field.crew'), value: event.crew },
        { label: t('field.recorded_by'), value: event.actor },
        { label: t('field.channel'), value: named('channel', event.channel) },
        { label: t('field.mode'), value: named('mode', event.mode) },
        { label: t('field.owner'), value: event.owner },
        { label: t('field.customer'), value: event.customer },
        { label: t('field.supplier'), value: event.supplier },
        { label: t('field.tank'), value: event.tank },
        {
          label: t('field.reason'),
          value:
            event.reason &&
            named(event.corrects ? 'correction_reason' : 'loss_reason', event.reason),
        },
        {
          label: t('field.verdict'),
          value: event.verdict && (
            <StatusPill tone={qualityTone(event.verdict)}>
              {named('quality', event.verdict)}
            </StatusPill>
          ),
        },
        { label: t('field.hold_reason'), value: event.hold && holdReason(t, event.hold.reason) },
        { label: t('field.references'), value: papers.join(', ') },
        { label: t('field.note'), value: event.note, wide: true },
      ]}
    />
  )
}
