import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EventDetail } from '@/api/records'
import { TimeText } from '@/kit/time-text'
import { standingInstead } from './stages'
import styles from './void-banner.module.css'

/** Says at the top of a declared event that it no longer counts, why, and what does. */
export function VoidBanner({ event }: { event: EventDetail }) {
  const { t } = useTranslation()
  if (!event.voided_by) return null
  const said = event.history.find(stage => stage.event_id === event.voided_by)
  const instead = standingInstead(event.history, event.id)
  return (
    <div className={styles.banner} role="status" data-testid="void-banner">
      <p>
        <strong>{t('history.void')}</strong>
        {said && (
          <span>
            <TimeText at={said.record_time} style="second" /> · {said.actor}
          </span>
        )}
      </p>
      {said && (
        <p>
          {said.reason && t(`correction_reason.${said.reason}`, { defaultValue: said.reason })}
          {said.note && ` – ${said.note}`}
        </p>
      )}
      <p className={styles.links}>
        <Link to={`/events/${event.voided_by}`}>{t('correction.open_declaration')}</Link>
        {instead ? (
          <Link to={`/events/${instead.event_id}`} data-testid="instead">
            {t('correction.open_new')}
          </Link>
        ) : (
          <span>{t('history.nothing_instead')}</span>
        )}
      </p>
    </div>
  )
}
