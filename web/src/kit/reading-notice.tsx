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
      <strong>{t(`reading.${headline(asOf)}`)}</strong>
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

/** Another record or another moment is not the present; bounds only say where suspicion ends. */
function headline(asOf: AsOf): 'not_now' | 'bounded' | 'not_strict' {
  if (asOf.recorded || asOf.happened) return 'not_now'
  return isPresent(asOf) ? 'not_strict' : 'bounded'
}
