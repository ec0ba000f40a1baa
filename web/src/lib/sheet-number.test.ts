import { expect, it } from 'vitest'
import { sheetNumber } from './sheet-number'

it('keeps every digit that counts', () => {
  expect(sheetNumber({ value: '12.500', unit: 'KGM' })).toBe('12.5')
  expect(sheetNumber({ value: '1200', unit: 'KGM' })).toBe('1200')
  expect(sheetNumber({ value: '1200.000', unit: 'KGM' })).toBe('1200')
  expect(sheetNumber(null)).toBe('')
})
