import { expect, it } from 'vitest'
import type { Trace, TraceLot } from '@/api/records'
import { keepLots } from './keep-lots'

const lot = (code: string, more: Partial<TraceLot>): TraceLot =>
  ({
    id: code,
    code,
    kind: 'lot',
    distance: 1,
    direction: 'back',
    on_hold: false,
    quantity: null,
    ...more,
  }) as TraceLot

const trace = {
  lots: [
    lot('CASE-1', { direction: 'forward' }),
    lot('MILK-1', { distance: 3 }),
    lot('FRUIT-1', {
      on_hold: true,
      quantity: { value: '0.000', unit: 'KGM' },
      supplier_lot: 'B-77',
    }),
  ],
  units: [lot('PAL-1', { kind: 'logistic_unit', direction: 'forward', distance: 2 })],
} as Trace

const all = { text: '', held: false, stock: false, which: 'all' as const }

it('shows materials before products, the nearest first', () => {
  expect(keepLots(trace, all).map(row => row.code)).toEqual([
    'FRUIT-1',
    'MILK-1',
    'CASE-1',
    'PAL-1',
  ])
})

it('finds a supplier lot by its number and knows an empty lot from a full one', () => {
  expect(keepLots(trace, { ...all, text: 'b-77' }).map(row => row.code)).toEqual(['FRUIT-1'])
  expect(keepLots(trace, { ...all, which: 'units' }).map(row => row.code)).toEqual(['PAL-1'])
  expect(keepLots(trace, { ...all, held: true })).toHaveLength(1)
  expect(keepLots(trace, { ...all, stock: true })).toHaveLength(0)
})
