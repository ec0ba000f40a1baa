import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Overview } from '@/api/records'
import { groupDigits } from '@/lib/quantity'
import styles from './figure-row.module.css'

const FIGURES = [
  { key: 'lots_in_stock', to: '/lots', tone: 'plain' },
  { key: 'open_holds', to: '/holds', tone: 'hold' },
  { key: 'near_expiry', to: '/lots?near=7', tone: 'warn' },
  { key: 'events_today', to: '/events', tone: 'plain' },
  { key: 'refused_today', to: '/attempts', tone: 'bad' },
] as const

/** Five figures, each a door to what it counts. */
export function FigureRow({ overview, mayAttempts }: { overview: Overview; mayAttempts: boolean }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.row}>
      {FIGURES.filter(({ to }) => mayAttempts || to !== '/attempts').map(({ key, to, tone }) => (
        <li key={key}>
          <Link
            to={to}
            data-tone={overview[key] > 0 ? tone : 'plain'}
            data-testid={`figure-${key}`}
          >
            <span>{t(`home.figure.${key}`)}</span>
            <strong>{groupDigits(String(overview[key]))}</strong>
          </Link>
        </li>
      ))}
    </ul>
  )
}
