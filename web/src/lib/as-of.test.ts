import { expect, it } from 'vitest'
import { isPresent, readAsOf, readInstant, withWords, writeAsOf } from './as-of'

it('reads the times and the distrust of times from an address, and writes them back', () => {
  const params = new URLSearchParams('recorded=2026-11-17T00:00:00Z&plain=1&since=noon&tab=list')
  const asOf = readAsOf(params)
  expect(asOf).toEqual({ recorded: '2026-11-17T00:00:00Z', plain: true })
  expect(writeAsOf(asOf)).toEqual([
    ['recorded', '2026-11-17T00:00:00Z'],
    ['plain', '1'],
  ])
})

it('knows the present', () => {
  expect(isPresent({})).toBe(true)
  expect(isPresent({ plain: true })).toBe(true)
  expect(isPresent({ until: '2026-11-17T00:00:00Z' })).toBe(false)
})

it('leaves the rest of an address alone', () => {
  const before = new URLSearchParams('lot=a&lot=b&plain=1')
  expect(withWords(before, { plain: null, since: 'x' }).toString()).toBe('lot=a&lot=b&since=x')
})

it('reads from an address only what carries its offset', () => {
  expect(readInstant('2026-11-17T08:30:00+08:00')).toBe('2026-11-17T08:30:00+08:00')
  expect(readInstant('2026-11-17T08:30')).toBeNull()
  expect(readInstant('soon Z')).toBeNull()
  expect(readInstant(null)).toBeNull()
})
