import type { EventDetail } from '@/api/records'
import { TimeText } from '@/kit/time-text'
import { whereText } from '@/lib/where'

/** When, where and who, in one quiet line. */
export function EventLead({ event }: { event: EventDetail }) {
  return (
    <>
      <TimeText at={event.event_time} style="second" />
      {[whereText(event), event.operator || event.actor].filter(Boolean).map(text => ` · ${text}`)}
    </>
  )
}
