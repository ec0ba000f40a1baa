import { Fragment } from 'react'
import { shownAmount } from '@/lib/decimal'
import type { QuantityRecord } from '@/lib/quantity'
import { QuantityText } from './quantity-text'

interface Props {
  quantities: QuantityRecord[]
  strong?: boolean
  /** For what was followed in proportion: three places; the exact text is in the tooltip. */
  rounded?: boolean
}

/** Quantities of several units side by side; they are never added across units. */
export function QuantitiesText({ quantities, strong, rounded }: Props) {
  if (quantities.length === 0) return <QuantityText quantity={null} />
  return (
    <>
      {quantities.map((quantity, index) => (
        <Fragment key={`${quantity.unit}${index + 1}`}>
          {index > 0 && ' + '}
          <span title={rounded ? `${quantity.value} ${quantity.unit}` : undefined}>
            <QuantityText
              quantity={rounded ? { ...quantity, value: shownAmount(quantity.value) } : quantity}
              strong={strong}
            />
          </span>
        </Fragment>
      ))}
    </>
  )
}
