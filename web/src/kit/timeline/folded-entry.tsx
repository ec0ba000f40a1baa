import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EventIcon } from '../icons/event-icon'
import { TimeText } from '../time-text'
import { EventFacts } from './event-facts'
import type { Run } from './fold-runs'
import styles from './timeline.module.css'
import { TimelineEntry } from './timeline-entry'

/** A crowd of events alike: how many, from when to when; opens into each of them. */
export function FoldedEntry({ run, brief }: { run: Run; brief?: boolean }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [first] = run.events
  const last = run.events.at(-1)
  if (!first || !last) return null
  if (open)
    return run.events.map(event => <TimelineEntry key={event.id} event={event} brief={brief} />)
  return (
    <li className={styles.entry} data-kind={first.kind}>
      <span className={styles.icon}>
        <EventIcon kind={first.kind} size={16} />
      </span>
      <div className={styles.content}>
        <div className={styles.line}>
          <span className={styles.kind}>
            {t(`kind.${first.kind}`, { defaultValue: first.kind })}
          </span>
          <button
            type="button"
            className={styles.fold}
            onClick={() => setOpen(true)}
            aria-expanded={false}
          >
            × {run.events.length}
          </button>
          <span className={styles.clock}>
            <TimeText at={last.event_time} style="clock" /> –{' '}
            <TimeText at={first.event_time} style="clock" />
          </span>
        </div>
        <EventFacts event={first} />
      </div>
    </li>
  )
}
