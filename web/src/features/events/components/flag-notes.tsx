import { useTranslation } from 'react-i18next'
import styles from './flag-notes.module.css'

/** What is worth knowing about how this event came to be recorded, each flag in a sentence. */
export function FlagNotes({ flags }: { flags: string[] }) {
  const { t } = useTranslation()
  if (flags.length === 0) return null
  return (
    <ul className={styles.notes}>
      {flags.map(flag => {
        const key = flag.replaceAll('.', '_')
        return (
          <li key={flag}>
            <strong>{t(`flag.${key}`, { defaultValue: flag })}</strong>
            {t(`flag_hint.${key}`, { defaultValue: '' })}
          </li>
        )
      })}
    </ul>
  )
}
