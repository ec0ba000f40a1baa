/** Quantities are decimal text from end to end: shown by string work, never through a float. */
export interface QuantityRecord {
  value: string
  unit: string
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** Group the digits of a decimal in threes; text that is no decimal is shown as it came. */
export function groupDigits(value: string): string {
  const match = DECIMAL.exec(value.trim())
  if (!match) return value
  const [, sign = '', whole = '', fraction = ''] = match
  const grouped = stripZeros(whole).replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = fraction.replace(/0+$/, '')
  return `${sign === '-' ? '−' : ''}${grouped}${rest && `.${rest}`}`
}

/** Say whether a decimal is zero, however many digits it was written with. */
export function isZero(value: string): boolean {
  return /^[+-]?0+(\.0+)?$/.test(value.trim())
}

/** Say whether there is anything of it at all. */
export function isAny(quantity: QuantityRecord | null | undefined): boolean {
  return quantity != null && !isZero(quantity.value)
}

/** Where a value stands between two others, 0 to 1 – for drawing only, never for deciding. */
export function positionBetween(value: string, low: number, high: number): number {
  const share = (Number(value) - low) / (high - low || 1)
  return Math.min(1, Math.max(0, share))
}

function stripZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '')
}
