import { useTranslation } from 'react-i18next'
import { type AsOf, isPresent, READING_TIMES } from '@/lib/as-of'
import styles from './reading-notice.module.css'
import { TimeText } from './time-text'

interface Props {
  asOf: AsOf
  onReset: () => void
}

/** Says plainly that a page does not show the present, as of when it speaks, and how to come back. */
export function ReadingNotice({ asOf, onReset }: Props) {
  const { t } = useTranslation()
  if (isPresent(asOf) && !asOf.plain) return null
  return (
    <p className={styles.notice} role="status" data-testid="reading-notice">
      <strong>{t(isPresent(asOf) ? 'reading.not_strict' : 'reading.not_now')}</strong>
      {READING_TIMES.filter(name => asOf[name]).map(name => (
        <span key={name}>
          {t(`reading.${name}`)} <TimeText at={asOf[name]} />
        </span>
      ))}
      {asOf.plain && <span>{t('reading.plain_on')}</span>}
      <button type="button" onClick={onReset} data-testid="reading-now">
        {t('reading.reset')}
      </button>
    </p>
  )
}
