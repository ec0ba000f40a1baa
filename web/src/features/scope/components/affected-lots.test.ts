import { expect, it } from 'vitest'
import type { LotAccount, Scope, Whereabouts } from '@/api/records'
import {
  affectedOf,
  affectedPossible,
  lotsToHold,
  onlyPossible,
  suspectAtEnd,
} from './affected-lots'

const kg = (value: string) => ({ value, unit: 'KGM' })
const line = (bucket: string, affected: string, suspect: string, into = ''): Whereabouts =>
  ({
    bucket,
    quantity: kg(affected),
    affected: kg(affected),
    suspect: [kg(suspect)],
    lot: into ? { id: into, kind: 'lot', code: into, product: null } : null,
  }) as Whereabouts
const account = (code: string, possible: boolean, held: boolean, lines: Whereabouts[]) =>
  ({ row: { id: code, code, on_hold: held }, possible, lines }) as LotAccount

const scope = {
  accounts: [
    account('X', false, true, [line('consumed', '50', '20', 'Y'), line('in_stock', '30', '12')]),
    account('Y', true, false, [line('shipped', '10', '1.5'), line('consumed', '5', '0.75')]),
    account('Z', true, false, [line('in_stock', '0', '0')]),
  ],
} as Scope

it('holds what is not held yet', () => {
  expect(lotsToHold(scope).map(lot => lot.code)).toEqual(['Y', 'Z'])
})

it('counts what is affected where it is now, not where it passed through', () => {
  const [x, y, z] = scope.accounts as [LotAccount, LotAccount, LotAccount]
  expect(affectedOf(x)).toEqual([kg('30')])
  expect(suspectAtEnd(x)).toEqual([kg('12')])
  expect(affectedOf(y)).toEqual([kg('10')])
  expect(affectedOf(z)).toEqual([])
})

it('says how much hangs on an uncertain link alone', () => {
  expect(onlyPossible(scope)).toEqual([kg('2.25')])
  expect(affectedPossible(scope)).toEqual([kg('10')])
})
