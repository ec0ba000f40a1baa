import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isAny, type QuantityRecord } from '@/lib/quantity'
import styles from './status-pill.module.css'

/** How a state feels, whatever it is called. */
export type Tone = 'good' | 'wait' | 'warn' | 'bad' | 'hold' | 'note'

const QUALITY_TONE: Record<string, Tone> = {
  pending: 'wait',
  conforming: 'good',
  conceded: 'warn',
  nonconforming: 'bad',
}

/** The tone of a quality status; anything unknown waits. */
export const qualityTone = (quality: string): Tone => QUALITY_TONE[quality] ?? 'wait'

/** A small word in its colour, with a mark of its own so that colour is never alone. */
export function StatusPill({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`${styles.pill} ${styles[tone]}`}>
      <i aria-hidden="true" className={styles.mark} />
      {children}
    </span>
  )
}

interface LotStatusProps {
  lot: {
    kind: string
    quality: string
    on_hold: boolean
    expired: boolean
    quantity: QuantityRecord | null
  }
}

/** Kinds that carry a quality of their own; a pallet or a supplier's number has none. */
const JUDGED = new Set(['lot', 'item'])

/** The axes of a lot side by side: quality, hold, life; of what is used up nothing can expire. */
export function LotStatus({ lot }: LotStatusProps) {
  const { t } = useTranslation()
  const judged = JUDGED.has(lot.kind)
  if (!judged && !lot.on_hold) return null
  return (
    <span className={styles.row}>
      {lot.on_hold && <StatusPill tone="hold">{t('status.on_hold')}</StatusPill>}
      {judged && (
        <StatusPill tone={qualityTone(lot.quality)}>
          {t(`quality.${lot.quality}`, { defaultValue: lot.quality })}
        </StatusPill>
      )}
      {lot.expired && isAny(lot.quantity) && (
        <StatusPill tone="bad">{t('status.expired')}</StatusPill>
      )}
    </span>
  )
}
