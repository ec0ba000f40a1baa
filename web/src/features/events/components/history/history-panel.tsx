import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EventDetail, EventVersion } from '@/api/records'
import { Panel } from '@/kit/panel'
import { StatusPill, type Tone } from '@/kit/status-pill'
import { TimeText } from '@/kit/time-text'
import styles from './history-panel.module.css'
import { comparedPair } from './stages'
import { VersionComparison } from './version-comparison'

const TONE: Record<EventVersion['state'], Tone> = {
  effective: 'good',
  voided: 'bad',
  declaration: 'note',
}

/** Every stage of a record: what was said, that it was wrong and why, what was said instead. */
export function HistoryPanel({ event }: { event: EventDetail }) {
  const { t } = useTranslation()
  if (event.history.length < 2) return null
  const pair = comparedPair(event.history, event.id)
  return (
    <Panel title={t('history.title')}>
      <ol className={styles.stages} data-testid="event-history">
        {event.history.map(stage => (
          <Stage key={stage.event_id} stage={stage} here={stage.event_id === event.id} />
        ))}
      </ol>
      {pair && <VersionComparison pair={pair} />}
    </Panel>
  )
}

function Stage({ stage, here }: { stage: EventVersion; here: boolean }) {
  const { t } = useTranslation()
  const kind = t(`kind.${stage.kind}`, { defaultValue: stage.kind })
  const declared = stage.state === 'declaration'
  return (
    <li data-state={stage.state} data-here={here || undefined}>
      <p className={styles.head}>
        <StatusPill tone={TONE[stage.state]}>{t(`history.state.${stage.state}`)}</StatusPill>
        {here ? (
          <strong>
            {kind} · {t('history.here')}
          </strong>
        ) : (
          <Link to={`/events/${stage.event_id}`}>{kind}</Link>
        )}
        {!declared && (
          <span className={styles.said}>
            {t('field.event_time')} <TimeText at={stage.event_time} style="second" />
          </span>
        )}
      </p>
      <p className={styles.who}>
        {t('field.record_time')} <TimeText at={stage.record_time} style="second" /> · {stage.actor}
      </p>
      {declared && (
        <p className={styles.why}>
          {stage.reason && (
            <strong>
              {t(`correction_reason.${stage.reason}`, { defaultValue: stage.reason })}
            </strong>
          )}{' '}
          {stage.note}
        </p>
      )}
    </li>
  )
}
