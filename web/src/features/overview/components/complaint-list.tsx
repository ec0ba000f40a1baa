import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Overview } from '@/api/records'
import { TimeText } from '@/kit/time-text'
import styles from './complaint-list.module.css'

/** Complaints that wait; each leads to the lot it names. */
export function ComplaintList({ complaints }: { complaints: Overview['complaints'] }) {
  const { t } = useTranslation()
  if (complaints.length === 0) return null
  return (
    <section className={styles.box} aria-label={t('home.complaints')}>
      <h2>
        {t('home.complaints')} <span>{complaints.length}</span>
      </h2>
      <ul>
        {complaints.map(complaint => (
          <li key={complaint.event_id + complaint.reference}>
            <Link
              to={complaint.lot ? `/lots/${complaint.lot.id}` : `/events/${complaint.event_id}`}
              data-testid="complaint"
            >
              <span className={styles.head}>
                <b>{complaint.reference}</b>
                <code>{complaint.lot?.code}</code>
                <span>{complaint.lot?.product}</span>
              </span>
              <span className={styles.note}>{complaint.note}</span>
              <span className={styles.foot}>
                <TimeText at={complaint.event_time} style="short" />
                <em>{t('home.trace_it')} →</em>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
