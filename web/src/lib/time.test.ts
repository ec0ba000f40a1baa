import { describe, expect, it } from 'vitest'
import { daysUntil, formatTime, plantDay, sheetTime, splitSeconds } from './time'

describe('time as the plant reads it', () => {
  it('obeys the offset in the data and shows the plant zone', () => {
    expect(formatTime('2026-07-16T23:30:00+00:00', 'zh-CN')).toContain('07:30')
    expect(formatTime('2026-07-16T23:30:00+08:00', 'zh-CN')).toContain('23:30')
  })

  it('leaves a plain date on its day', () => {
    expect(formatTime('2026-07-16', 'en')).toBe('16/07/2026')
    expect(formatTime('2026-07-16', 'zh-CN')).toBe('2026/07/16')
  })

  it('says nothing rather than something wrong', () => {
    expect(formatTime(null, 'en')).toBe('—')
    expect(formatTime('soon', 'en')).toBe('soon')
  })

  it('gives a spreadsheet something it can sort', () => {
    expect(sheetTime('2026-07-16T23:30:00Z')).toBe('2026-07-17 07:30')
    expect(sheetTime(null)).toBe('')
  })

  it('counts days by the local calendar', () => {
    const lateEvening = new Date('2026-07-16T15:59:00Z')
    expect(plantDay('2026-07-16T16:01:00Z')).toBe('2026-07-17')
    expect(daysUntil('2026-07-17', lateEvening)).toBe(1)
    expect(daysUntil('2026-07-15', lateEvening)).toBe(-1)
  })

  it('picks the unit a person would say', () => {
    expect(splitSeconds(42)).toEqual({ amount: 42, unit: 's' })
    expect(splitSeconds(600)).toEqual({ amount: 10, unit: 'min' })
    expect(splitSeconds(7200)).toEqual({ amount: 2, unit: 'h' })
    expect(splitSeconds(864_000)).toEqual({ amount: 10, unit: 'd' })
  })
})
