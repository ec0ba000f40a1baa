import { useTranslation } from 'react-i18next'
import { groupDigits, isZero, type QuantityRecord } from '@/lib/quantity'
import { unitName } from '@/lib/units'
import styles from './quantity-text.module.css'

interface Props {
  quantity: QuantityRecord | null | undefined
  strong?: boolean
}

/** A quantity with its unit in a quieter voice. */
export function QuantityText({ quantity, strong }: Props) {
  const { t } = useTranslation()
  if (!quantity) return <span className={styles.none}>—</span>
  return (
    <span
      className={isZero(quantity.value) ? styles.zero : strong ? styles.strong : styles.quantity}
    >
      {groupDigits(quantity.value)}{' '}
      <span className={styles.unit}>{unitName(t, quantity.unit)}</span>
    </span>
  )
}
