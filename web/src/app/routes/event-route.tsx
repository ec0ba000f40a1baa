import { useMay } from '@/features/access/api/me'
import EventPage from '@/features/events/routes/event-page'

/** One event, with the right to declare it in error that the reader has. */
export default function EventRoute() {
  return <EventPage mayCorrect={useMay('events.correct')} />
}
