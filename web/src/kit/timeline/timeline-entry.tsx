import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EventRow } from '@/api/records'
import { EventIcon } from '../icons/event-icon'
import { MeasurementBar } from '../measurement-bar'
import { QuantityText } from '../quantity-text'
import { qualityTone, StatusPill } from '../status-pill'
import { TimeText } from '../time-text'
import { VoidMark } from '../void-mark'
import { Counterparties } from './counterparties'
import { EventFacts } from './event-facts'
import styles from './timeline.module.css'

/** One event of a timeline: what, when, how much, where and who, and what was measured. */
export function TimelineEntry({ event, brief }: { event: EventRow; brief?: boolean }) {
  const { t } = useTranslation()
  const bad = event.verdict === 'nonconforming' || event.measurements.some(m => m.within === false)
  return (
    <li
      className={styles.entry}
      data-kind={event.kind}
      data-bad={bad || undefined}
      data-void={event.voided_by ? true : undefined}
      data-testid="timeline-entry"
    >
      <span className={styles.icon}>
        <EventIcon kind={event.kind} size={16} />
      </span>
      <div className={styles.content}>
        <div className={styles.line}>
          <Link to={`/events/${event.id}`} className={styles.kind}>
            {t(`kind.${event.kind}`, { defaultValue: event.kind })}
          </Link>
          {event.role && event.role !== 'subject' && (
            <span className={styles.role}>
              {t(`role.${event.role}`, { defaultValue: event.role })}
            </span>
          )}
          {event.quantity && <QuantityText quantity={event.quantity} strong />}
          {event.verdict && (
            <StatusPill tone={qualityTone(event.verdict)}>
              {t(`quality.${event.verdict}`)}
            </StatusPill>
          )}
          <VoidMark event={event} />
          <span className={styles.clock}>
            <TimeText at={event.event_time} style="clock" />
          </span>
        </div>
        <EventFacts event={event} />
        <Counterparties lots={event.counterparties} />
        {event.measurements
          .filter(told => !brief || told.within === false)
          .map(measurement => (
            <MeasurementBar key={measurement.kde} measurement={measurement} />
          ))}
      </div>
    </li>
  )
}
