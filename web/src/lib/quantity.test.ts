import { describe, expect, it } from 'vitest'
import { groupDigits, isZero, positionBetween } from './quantity'

describe('quantity text', () => {
  it('groups thousands without ever becoming a float', () => {
    expect(groupDigits('12345678901234567890.123456789')).toBe(
      '12,345,678,901,234,567,890.123456789',
    )
    expect(groupDigits('999')).toBe('999')
    expect(groupDigits('1000')).toBe('1,000')
    expect(groupDigits('-1234.5')).toBe('−1,234.5')
  })

  it('drops zeros that say nothing and keeps those that do', () => {
    expect(groupDigits('12.500000000')).toBe('12.5')
    expect(groupDigits('1200.000')).toBe('1,200')
    expect(groupDigits('0.050')).toBe('0.05')
    expect(groupDigits('007')).toBe('7')
  })

  it('shows text that is no decimal as it came', () => {
    expect(groupDigits('n/a')).toBe('n/a')
    expect(groupDigits('1e5')).toBe('1e5')
  })

  it('knows zero in every spelling', () => {
    expect(['0', '0.000', '-0', '00.0'].every(isZero)).toBe(true)
    expect(isZero('0.001')).toBe(false)
  })

  it('places a value between two limits and stays inside the drawing', () => {
    expect(positionBetween('5', 0, 10)).toBe(0.5)
    expect(positionBetween('50', 0, 10)).toBe(1)
    expect(positionBetween('-5', 0, 10)).toBe(0)
  })
})
