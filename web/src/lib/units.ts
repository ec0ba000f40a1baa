import type { TFunction } from 'i18next'
import { groupDigits, type QuantityRecord } from './quantity'

/** The short name people write for a unit code of UN/ECE Recommendation 20; an unknown code stays. */
export function unitName(t: TFunction, code: string | null | undefined): string {
  return code ? t(`unit.${code}`, { defaultValue: code }) : ''
}

/** A quantity as one piece of text: "1,200 kg". */
export function quantityText(t: TFunction, quantity: QuantityRecord | null | undefined): string {
  if (!quantity) return '—'
  return `${groupDigits(quantity.value)} ${unitName(t, quantity.unit)}`.trim()
}
