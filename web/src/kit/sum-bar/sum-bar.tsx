import { useTranslation } from 'react-i18next'
import { shownPercent } from '@/lib/decimal'
import type { QuantityRecord } from '@/lib/quantity'
import { quantityText } from '@/lib/units'
import { QuantitiesText } from '../quantities-text'
import { QuantityText } from '../quantity-text'
import { bucketTone, isRed } from './bucket'
import { type Part, partsOf } from './parts'
import styles from './sum-bar.module.css'

interface Props {
  whole: QuantityRecord
  parts: Part[]
  residual: QuantityRecord
}

/** A quantity and where all of it is: one segment for each part, their figures, and the sum. */
export function SumBar({ whole, parts, residual }: Props) {
  const { t } = useTranslation()
  const shown = partsOf(whole, parts, residual)
  const name = (bucket: string) => t(`bucket.${bucket}`, { defaultValue: bucket })
  return (
    <div className={styles.sum} data-testid="sum-bar">
      <div className={styles.bar} aria-hidden="true">
        {shown.map(part => (
          <i
            key={part.bucket}
            className={styles[bucketTone(part.bucket)]}
            style={{ flexGrow: Math.abs(Number(part.percent)) }}
            title={`${name(part.bucket)} ${quantityText(t, part.quantity)}`}
          />
        ))}
      </div>
      <ul className={styles.parts}>
        {shown.map(part => (
          <li
            key={part.bucket}
            data-red={isRed(part.bucket) || undefined}
            data-testid={`part-${part.bucket}`}
          >
            <i className={styles[bucketTone(part.bucket)]} aria-hidden="true" />
            <span>{name(part.bucket)}</span>
            <QuantitiesText quantities={[part.quantity]} rounded />
            <b>{shownPercent(part.percent)} %</b>
          </li>
        ))}
        <li className={styles.whole}>
          <span>{t('scope.sum')}</span>
          <QuantityText quantity={whole} strong />
          <b>100 %</b>
        </li>
      </ul>
    </div>
  )
}
