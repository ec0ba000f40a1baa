import { useTranslation } from 'react-i18next'
import type { Measurement } from '@/api/records'
import { groupDigits, positionBetween } from '@/lib/quantity'
import { unitName } from '@/lib/units'
import styles from './measurement-bar.module.css'

/** A measured value against its limits: a bullet chart with the figures beside it. */
export function MeasurementBar({ measurement }: { measurement: Measurement }) {
  const { t } = useTranslation()
  const { name, kde, value, unit, within, lsl, usl } = measurement
  return (
    <div className={styles.box}>
      <div className={styles.row} data-within={within ?? 'none'}>
        <span className={styles.name}>{name || t(`kde.${kde}`, { defaultValue: kde })}</span>
        <Bullet measurement={measurement} />
        <span className={styles.value}>
          {groupDigits(value)} <small>{unitName(t, unit)}</small>
          {within === false && (
            <span className={styles.out}>
              {t(lsl == null && usl == null ? 'measurement.not_met' : 'measurement.out')}
            </span>
          )}
        </span>
        <span className={styles.limits}>{limitsText(measurement)}</span>
      </div>
    </div>
  )
}

function Bullet({ measurement }: { measurement: Measurement }) {
  const scale = scaleOf(measurement)
  if (!scale) return <span className={styles.plain} />
  const at = (text: string) => positionBetween(text, scale.low, scale.high) * 100
  const from = measurement.lsl ? at(measurement.lsl) : 0
  const to = measurement.usl ? at(measurement.usl) : 100
  return (
    <svg
      className={styles.bullet}
      viewBox="0 0 100 14"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className={styles.outside} x="0" y="4" width="100" height="6" rx="3" />
      <rect className={styles.inside} x={from} y="4" width={Math.max(1, to - from)} height="6" />
      {measurement.target && (
        <line
          className={styles.target}
          x1={at(measurement.target)}
          x2={at(measurement.target)}
          y1="3"
          y2="11"
        />
      )}
      <line
        className={styles.mark}
        x1={at(measurement.value)}
        x2={at(measurement.value)}
        y1="0"
        y2="14"
      />
    </svg>
  )
}

function scaleOf({ value, lsl, usl }: Measurement): { low: number; high: number } | null {
  const known = [lsl, usl, value].filter(text => text != null && text !== '').map(Number)
  if ((lsl == null && usl == null) || known.some(Number.isNaN)) return null
  const margin = (Math.max(...known) - Math.min(...known) || Math.abs(known[0] ?? 1) || 1) * 0.25
  return { low: Math.min(...known) - margin, high: Math.max(...known) + margin }
}

function limitsText({ lsl, usl }: Measurement): string {
  if (lsl != null && usl != null) return `${groupDigits(lsl)} – ${groupDigits(usl)}`
  if (lsl != null) return `≥ ${groupDigits(lsl)}`
  return usl != null ? `≤ ${groupDigits(usl)}` : ''
}
