import { expect, it } from 'vitest'
import type { Whereabouts } from '@/api/records'
import { accountLines } from './account-lines'

const unit = (code: string) => ({ id: code, kind: 'logistic_unit', code, product: null })
const line = (bucket: string, amount: string, more: Partial<Whereabouts> = {}): Whereabouts => ({
  bucket,
  quantity: { value: amount, unit: 'C62' },
  affected: { value: amount, unit: 'C62' },
  suspect: [{ value: '0.381899', unit: 'KGM' }],
  place: null,
  customer: null,
  supplier: null,
  order: null,
  waybill: null,
  unit: null,
  lot: null,
  reason: null,
  ...more,
})

it('adds up pallets that went the same way and keeps their names', () => {
  const lines = accountLines([
    line('shipped', '48', { waybill: 'W1', unit: unit('P1') }),
    line('shipped', '48', { waybill: 'W1', unit: unit('P2') }),
    line('shipped', '24', { waybill: 'W2', unit: unit('P3') }),
    line('in_stock', '12.5'),
  ])
  expect(lines.map(one => [one.bucket, one.waybill, one.quantity.value, one.units.length])).toEqual(
    [
      ['in_stock', null, '12.5', 0],
      ['shipped', 'W1', '96', 2],
      ['shipped', 'W2', '24', 1],
    ],
  )
  expect(lines[1]?.suspect).toEqual([{ value: '0.763798', unit: 'KGM' }])
  expect(lines[1]?.units.map(one => one.code)).toEqual(['P1', 'P2'])
})
