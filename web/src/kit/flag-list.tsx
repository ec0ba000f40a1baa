import { useTranslation } from 'react-i18next'
import { StatusPill } from './status-pill'

/** What is worth knowing about how an event was recorded. */
export function FlagList({ flags }: { flags: string[] }) {
  const { t } = useTranslation()
  if (flags.length === 0) return null
  return (
    <p>
      {flags.map(flag => (
        <StatusPill key={flag} tone="warn">
          {t(`flag.${flag.replaceAll('.', '_')}`, { defaultValue: flag })}
        </StatusPill>
      ))}
    </p>
  )
}
