import { useTranslation } from 'react-i18next'
import type { GraphNode } from '@/api/records'
import { EventIcon } from '../icons/event-icon'
import { TimeText } from '../time-text'
import styles from './cards.module.css'

/** The step where lots met: its sign, its name, its time; a red figure when values were out of limits. */
export function EventPill({ node, selected }: { node: GraphNode; selected: boolean }) {
  const { t } = useTranslation()
  const event = node.event
  const kind = event?.kind ?? node.label
  return (
    <div
      className={styles.event}
      data-testid={`node-${node.id}`}
      data-selected={selected || undefined}
      data-out={Boolean(event?.out_of_limits) || undefined}
    >
      <EventIcon kind={kind} size={15} />
      <span className={styles.step}>
        <strong>{t(`kind.${kind}`, { defaultValue: node.label })}</strong>
        <small>
          <TimeText at={event?.event_time} style="short" />
        </small>
      </span>
      {Boolean(event?.out_of_limits) && (
        <b
          className={styles.alarm}
          title={t('graph.out_of_limits', { count: event?.out_of_limits })}
        >
          {event?.out_of_limits}
        </b>
      )}
    </div>
  )
}
