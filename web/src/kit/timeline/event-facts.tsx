import { useTranslation } from 'react-i18next'
import type { EventRow } from '@/api/records'
import { whereText } from '@/lib/where'
import { FlagList } from '../flag-list'
import { holdReason } from '../hold-reason'
import styles from './timeline.module.css'

/** Where and who of an event in one quiet line, then what was said about it. */
export function EventFacts({ event }: { event: EventRow }) {
  const { t } = useTranslation()
  const who = event.operator || event.actor
  const named = (group: string, code: string) => t(`${group}.${code}`, { defaultValue: code })
  const papers = event.references.map(
    r => `${t(`reference.${r.type}`, { defaultValue: r.type })} ${r.id}`,
  )
  return (
    <>
      <p className={styles.facts}>
        {[whereText(event), event.customer ?? event.supplier, who, ...papers]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {event.hold_reason && <p className={styles.note}>{holdReason(t, event.hold_reason)}</p>}
      {event.reason && (
        <p className={styles.note}>
          {named(event.corrects ? 'correction_reason' : 'loss_reason', event.reason)}
        </p>
      )}
      {event.note && <p className={styles.note}>{event.note}</p>}
      <FlagList flags={event.flags} />
    </>
  )
}
