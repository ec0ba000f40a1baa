import { describe, expect, it } from 'vitest'
import { fieldTime, instantOf } from './local-time'

describe('a time typed by hand', () => {
  it('is shown and read in the plant’s zone, whoever types it', () => {
    expect(fieldTime('2026-07-16T15:30:05Z')).toBe('2026-07-16T23:30:05')
    expect(instantOf('2026-07-16T23:30:05')).toBe('2026-07-16T23:30:05+08:00')
  })

  it('may leave out the seconds', () => {
    expect(instantOf('2026-07-16T23:30')).toBe('2026-07-16T23:30:00+08:00')
  })

  it('obeys summer time where there is one', () => {
    expect(instantOf('2026-07-16T12:00', 'Europe/Berlin')).toBe('2026-07-16T12:00:00+02:00')
    expect(instantOf('2026-01-16T12:00', 'Europe/Berlin')).toBe('2026-01-16T12:00:00+01:00')
    expect(instantOf('2026-01-16T12:00', 'America/St_Johns')).toBe('2026-01-16T12:00:00-03:30')
  })

  it('is nothing rather than something wrong', () => {
    expect(fieldTime(null)).toBe('')
    expect(instantOf('')).toBeNull()
    expect(instantOf('yesterday')).toBeNull()
    expect(instantOf('2026-13-01T00:00')).toBeNull()
  })
})
