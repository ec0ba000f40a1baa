import { expect, it } from 'vitest'
import type { LotAccount } from '@/api/records'
import { keepAccounts } from './keep-accounts'

const account = (code: string, more: object): LotAccount =>
  ({
    row: { id: code, code, on_hold: false, product: { name: '酸奶', code: 'YG' } },
    lines: [],
    arrival: null,
    possible: false,
    is_suspect: false,
    ...more,
  }) as unknown as LotAccount

const accounts = [
  account('Y-2', { arrival: '2026-11-17T10:00:00+08:00', possible: true }),
  account('Y-1', {
    arrival: '2026-11-17T01:00:00Z',
    lines: [
      {
        bucket: 'shipped',
        affected: { value: '5', unit: 'KGM' },
        customer: { name: '滨海酒店' },
      },
    ],
  }),
  account('FRUIT', { is_suspect: true, row: { id: 'F', code: 'FRUIT', on_hold: true } }),
]
const codes = (filter: object) =>
  keepAccounts(accounts, { text: '', ...filter }).map(({ row }) => row.code)

it('begins with the suspects and goes on in the order suspicion spread', () => {
  expect(codes({})).toEqual(['FRUIT', 'Y-1', 'Y-2'])
})

it('finds a lot by its customer, and what left the house', () => {
  expect(codes({ text: '酒店' })).toEqual(['Y-1'])
  expect(codes({ left: true })).toEqual(['Y-1'])
})

it('finds what is only possible and what nobody has held yet', () => {
  expect(codes({ possible: true })).toEqual(['Y-2'])
  expect(codes({ unheld: true })).toEqual(['Y-1', 'Y-2'])
})
