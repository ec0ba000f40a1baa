import { expect, it } from 'vitest'
import {
  addDecimals,
  percentOf,
  roundDecimal,
  shownAmount,
  shownPercent,
  sumByUnit,
} from './decimal'

it('adds without losing a digit', () => {
  expect(addDecimals(['0.1', '0.2'])).toBe('0.3')
  expect(addDecimals(['99999999999999999999', '0.000000001'])).toBe(
    '99999999999999999999.000000001',
  )
  expect(addDecimals(['1.5', '-2.25', '?'])).toBe('-0.75')
  expect(addDecimals([])).toBe('0')
})

it('rounds half away from zero and only when it must', () => {
  expect(roundDecimal('17.25', 1)).toBe('17.3')
  expect(roundDecimal('-17.25', 1)).toBe('-17.3')
  expect(roundDecimal('17', 1)).toBe('17')
  expect(roundDecimal('0.999', 2)).toBe('1.00')
})

it('says a share as a percentage, and never nothing of what is there', () => {
  const shown = (share: string) => shownPercent(percentOf(share) ?? '')
  expect(shown('0.333333333333')).toBe('33.3')
  expect(shown('1')).toBe('100')
  expect(shown('0.5')).toBe('50')
  expect(shown('0')).toBe('0')
  expect(shown('0.0000004')).toBe('< 0.1')
  expect(shown('0.99999')).toBe('> 99.9')
  expect(percentOf('0.12345')).toBe('12.345')
  expect(percentOf(null)).toBeNull()
  expect(shownPercent('05.04')).toBe('5')
})

it('shows an amount followed in proportion with as many digits as mean something', () => {
  expect(shownAmount('10.636946')).toBe('10.637')
  expect(shownAmount('150')).toBe('150')
  expect(shownAmount('0.0004')).toBe('< 0.001')
  expect(shownAmount('0')).toBe('0')
})

it('adds up one sum for each unit', () => {
  expect(
    sumByUnit([
      { value: '1.5', unit: 'KGM' },
      { value: '48', unit: 'C62' },
      { value: '0.25', unit: 'KGM' },
    ]),
  ).toEqual([
    { value: '1.75', unit: 'KGM' },
    { value: '48', unit: 'C62' },
  ])
})
