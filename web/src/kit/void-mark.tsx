import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EventRow } from '@/api/records'
import { StatusPill } from './status-pill'
import styles from './void-mark.module.css'

type Marked = Pick<EventRow, 'voided_by' | 'replaces' | 'corrects'>

/** How an event stands to others: declared in error by one, standing for one, declaring one; each a link. */
export function VoidMark({ event }: { event: Marked }) {
  const { t } = useTranslation()
  const { voided_by, replaces, corrects } = event
  return (
    <>
      {voided_by && (
        <Link to={`/events/${voided_by}`} className={styles.mark} data-testid="voided-mark">
          <StatusPill tone="bad">{t('history.voided')}</StatusPill>
        </Link>
      )}
      {replaces && (
        <Link to={`/events/${replaces}`} className={styles.mark}>
          <StatusPill tone="note">{t('history.replaces')}</StatusPill>
        </Link>
      )}
      {corrects && (
        <Link to={`/events/${corrects}`} className={styles.mark}>
          <StatusPill tone="note">{t('history.declares')}</StatusPill>
        </Link>
      )}
    </>
  )
}
