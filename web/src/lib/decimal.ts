/** Decimal text added and rounded by whole-number work, so that no digit is lost on the way. */
import type { QuantityRecord } from './quantity'

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** The exact sum of decimals; text that is no decimal counts as nothing. */
export function addDecimals(values: string[]): string {
  const read = values.map(value => DECIMAL.exec(value.trim())).filter(match => match !== null)
  const places = Math.max(0, ...read.map(match => match[3]?.length ?? 0))
  const sum = read.reduce((total, match) => total + scaled(match, places), 0n)
  return decimalOf(sum, places)
}

/** A decimal rounded half away from zero to so many places, for show only. */
export function roundDecimal(value: string, places: number): string {
  const match = DECIMAL.exec(value.trim())
  if (!match) return value
  const had = match[3]?.length ?? 0
  if (had <= places) return value.trim()
  const whole = scaled(match, had)
  const step = 10n ** BigInt(had - places)
  const half = whole < 0n ? -step / 2n : step / 2n
  return decimalOf((whole + half) / step, places)
}

/** An amount followed in proportion, as people read it: three places, and never 0 for what is there. */
export function shownAmount(value: string): string {
  const rounded = roundDecimal(value, 3)
  return Number(rounded) === 0 && Number(value) > 0 ? '< 0.001' : rounded
}

/** A part of one (0 to 1) in hundredths, every digit kept; null stays null. */
export function percentOf(share: string | null): string | null {
  if (share === null) return null
  const [whole = '', fraction = ''] = share.trim().split('.')
  const moved = `${whole}${fraction.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '')
  return fraction.length > 2 ? `${moved}.${fraction.slice(2)}` : moved
}

/** A percentage as people read it: one decimal, and never 0 for what is there. */
export function shownPercent(percent: string): string {
  const rounded = roundDecimal(percent, 1)
  const tiny = Number(rounded) === 0 && Number(percent) > 0
  const almost = Number(rounded) === 100 && Number(percent) < 100
  if (tiny) return '< 0.1'
  return almost ? '> 99.9' : rounded.replace(/^(-?)0+(?=\d)/, '$1').replace(/\.0$/, '')
}

/** Quantities added up, one sum for each unit in the order the units came. */
export function sumByUnit(quantities: QuantityRecord[]): QuantityRecord[] {
  const sums = new Map<string, string[]>()
  for (const { unit, value } of quantities) sums.set(unit, [...(sums.get(unit) ?? []), value])
  return [...sums].map(([unit, values]) => ({ unit, value: addDecimals(values) }))
}

function scaled(match: RegExpExecArray, places: number): bigint {
  const [, sign, whole = '', fraction = ''] = match
  const digits = BigInt(whole + fraction.padEnd(places, '0'))
  return sign === '-' ? -digits : digits
}

function decimalOf(digits: bigint, places: number): string {
  const sign = digits < 0n ? '-' : ''
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0')
  const cut = text.length - places
  return sign + (places === 0 ? text : `${text.slice(0, cut)}.${text.slice(cut)}`)
}
