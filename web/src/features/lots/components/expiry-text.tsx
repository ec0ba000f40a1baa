import { useTranslation } from 'react-i18next'
import { TimeText } from '@/kit/time-text'
import { daysUntil } from '@/lib/time'
import styles from './expiry-text.module.css'

interface Props {
  lot: { good_until: string | null; expires_on: string | null; expired: boolean }
}

/** Until when, and how many days are left once it matters. */
export function ExpiryText({ lot }: Props) {
  const { t } = useTranslation()
  const until = lot.expires_on ?? lot.good_until
  if (!until) return <>—</>
  const days = daysUntil(until)
  const near = !lot.expired && days <= 7
  return (
    <span className={lot.expired ? styles.past : near ? styles.near : undefined}>
      <TimeText at={until} style="date" />
      {near && <small> {t('lot.days_left', { count: days })}</small>}
    </span>
  )
}
