import type { QuantityRecord } from './quantity'

/** The bare number of a quantity, for a spreadsheet to reckon with; its zeros that say nothing are dropped. */
export function sheetNumber(quantity: QuantityRecord | null | undefined): string {
  const value = quantity?.value ?? ''
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value
}
