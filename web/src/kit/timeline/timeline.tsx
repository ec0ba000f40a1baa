import type { EventRow } from '@/api/records'
import { plantDay } from '@/lib/time'
import { TimeText } from '../time-text'
import { foldRuns } from './fold-runs'
import { FoldedEntry } from './folded-entry'
import styles from './timeline.module.css'
import { TimelineEntry } from './timeline-entry'

interface Props {
  events: EventRow[]
  compact?: boolean
  /** Only values out of limits, where many events are told in little room. */
  brief?: boolean
}

/** What happened, day by day, in the order it is given. */
export function Timeline({ events, compact, brief }: Props) {
  return (
    <ol className={compact ? styles.compact : styles.timeline}>
      {days(events).map(([day, ofDay]) => (
        <li key={`${day}${ofDay[0]?.id}`}>
          <p className={styles.day}>
            <TimeText at={day} style="date" />
          </p>
          <ol>
            {foldRuns(ofDay).map(({ key, events: alike }) =>
              alike.length > 1 ? (
                <FoldedEntry key={key} run={{ key, events: alike }} brief={brief} />
              ) : (
                alike.map(event => <TimelineEntry key={event.id} event={event} brief={brief} />)
              ),
            )}
          </ol>
        </li>
      ))}
    </ol>
  )
}

function days(events: EventRow[]): [string, EventRow[]][] {
  const found: [string, EventRow[]][] = []
  for (const event of events) {
    const day = plantDay(event.event_time)
    const last = found.at(-1)
    if (last?.[0] === day) last[1].push(event)
    else found.push([day, [event]])
  }
  return found
}
