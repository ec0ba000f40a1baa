import { formatTime, PLANT_ZONE } from '@/lib/time'
import { useLanguage } from '@/lib/use-language'

interface Props {
  at: string | null | undefined
  style?: 'minute' | 'second' | 'date' | 'short' | 'clock'
}

/** An instant in the plant's zone; the exact text of the record is in the tooltip. */
export function TimeText({ at, style = 'minute' }: Props) {
  const language = useLanguage()
  if (!at) return <span>—</span>
  return (
    <time dateTime={at} title={`${at} → ${PLANT_ZONE}`}>
      {formatTime(at, language, style)}
    </time>
  )
}
