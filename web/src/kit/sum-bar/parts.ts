import { isZero, type QuantityRecord } from '@/lib/quantity'
import { bucketRank } from './bucket'

/** One part of a quantity and what share of the whole it is, in hundredths. */
export interface Part {
  bucket: string
  quantity: QuantityRecord
  percent: string
}

/** The parts in the order of telling; what does not add up stands among them, not in a footnote. */
export function partsOf(whole: QuantityRecord, parts: Part[], residual: QuantityRecord): Part[] {
  const told = parts
    .filter(part => !isZero(part.quantity.value))
    .sort((one, other) => bucketRank(one.bucket) - bucketRank(other.bucket))
  if (isZero(residual.value)) return told
  const percent = String((Number(residual.value) / (Number(whole.value) || 1)) * 100)
  return [...told, { bucket: 'residual', quantity: residual, percent }]
}
