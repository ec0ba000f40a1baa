import { PLANT_ZONE } from './time'

/** What a date-and-time field of the browser holds: "2026-07-16T23:30:00", without a zone. */
type FieldText = string

/** An instant as a date-and-time field shows it, in the plant's zone; nothing where there is none. */
export function fieldTime(iso: string | null | undefined, zone: string = PLANT_ZONE): FieldText {
  if (!iso) return ''
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  return parts.format(new Date(iso)).replace(' ', 'T')
}

/** What somebody put into a date-and-time field as an instant with the plant's offset; null where it is none. */
export function instantOf(text: FieldText, zone: string = PLANT_ZONE): string | null {
  const whole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? `${text}:00` : text
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/.test(whole)) return null
  const asUtc = new Date(`${whole}Z`)
  if (Number.isNaN(asUtc.getTime())) return null
  // The offset may change between the two instants; asked twice, it is the one that holds.
  const first = offsetMinutes(asUtc, zone)
  const offset = offsetMinutes(new Date(asUtc.getTime() - first * 60_000), zone)
  return `${whole}${offsetText(offset)}`
}

function offsetMinutes(at: Date, zone: string): number {
  const named = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  const text = named.formatToParts(at).find(part => part.type === 'timeZoneName')?.value ?? ''
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(text) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function offsetText(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const whole = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(whole / 60))}:${two(whole % 60)}`
}
