import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Overview } from '@/api/records'
import { splitSeconds } from '@/lib/time'
import styles from './latency-table.module.css'

/** How long after it happened each kind of event was recorded. */
export function LatencyTable({ rows }: { rows: Overview['latency'] }) {
  const { t } = useTranslation()
  const worst = Math.max(1, ...rows.map(row => row.mean_s))
  const anyLate = rows.some(row => row.late > 0)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('field.kind')}</th>
          <th scope="col">{t('home.latency_mean')}</th>
          <th scope="col">{t('home.latency_max')}</th>
          <th scope="col">{t('home.latency_n')}</th>
          {anyLate && <th scope="col">{t('home.latency_late')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.kind}>
            <td>{t(`kind.${row.kind}`, { defaultValue: row.kind })}</td>
            <td>
              <meter min={0} max={worst} value={row.mean_s} aria-hidden="true" />
              <span>{duration(t, row.mean_s)}</span>
            </td>
            <td>{duration(t, row.max_s)}</td>
            <td>{row.n}</td>
            {anyLate && <td className={row.late > 0 ? styles.late : undefined}>{row.late}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function duration(t: TFunction, seconds: number): string {
  const { amount, unit } = splitSeconds(seconds)
  return t(`duration.${unit}`, { amount })
}
