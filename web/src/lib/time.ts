/** Times are shown in the plant's zone, whoever reads them; the offset in the data is obeyed. */
export const PLANT_ZONE = 'Asia/Shanghai'

type Style = 'minute' | 'second' | 'date' | 'short' | 'clock'

const STYLES: Record<Style, Intl.DateTimeFormatOptions> = {
  minute: { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  second: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  },
  date: { year: 'numeric', month: '2-digit', day: '2-digit' },
  short: { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  clock: { hour: '2-digit', minute: '2-digit' },
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** One instant (or plain date) as the reader writes it; an em dash when there is none. */
export function formatTime(
  iso: string | null | undefined,
  language: string,
  style: Style = 'minute',
  zone: string = PLANT_ZONE,
): string {
  if (!iso) return '—'
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return plainDate(iso, language)
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? iso : formatter(language, style, zone).format(at)
}

/** A duration in the two largest units that matter: "3 h 20 min". */
export function splitSeconds(seconds: number): { amount: number; unit: 's' | 'min' | 'h' | 'd' } {
  if (seconds < 90) return { amount: round(seconds), unit: 's' }
  if (seconds < 5400) return { amount: round(seconds / 60), unit: 'min' }
  if (seconds < 129_600) return { amount: round(seconds / 3600), unit: 'h' }
  return { amount: round(seconds / 86_400), unit: 'd' }
}

/** The local day an instant falls on in the plant, as YYYY-MM-DD. */
export function plantDay(iso: string, zone: string = PLANT_ZONE): string {
  return formatter('sv-SE', 'date', zone).format(new Date(iso))
}

/** An instant in the plant's zone as a spreadsheet sorts it: YYYY-MM-DD HH:mm. */
export function sheetTime(iso: string | null | undefined, zone: string = PLANT_ZONE): string {
  return iso ? formatter('sv-SE', 'minute', zone).format(new Date(iso)) : ''
}

/** Whole days from now to a plain date or instant; negative when past. */
export function daysUntil(iso: string, now: Date = new Date()): number {
  const day = iso.length === 10 ? iso : plantDay(iso)
  return Math.round((Date.parse(day) - Date.parse(plantDay(now.toISOString()))) / 86_400_000)
}

function plainDate(iso: string, language: string): string {
  return formatter(language, 'date', 'UTC').format(new Date(`${iso}T00:00:00Z`))
}

function formatter(language: string, style: Style, zone: string): Intl.DateTimeFormat {
  const key = `${language}|${style}|${zone}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale(language), {
    ...STYLES[style],
    timeZone: zone,
    hourCycle: 'h23',
  })
  formats.set(key, made)
  return made
}

function locale(language: string): string {
  if (language === 'en') return 'en-GB'
  return language === 'zh' ? 'zh-CN' : language
}

function round(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value)
}
