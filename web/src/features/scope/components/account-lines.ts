/** The lines of an account as people read them: one for each place, customer and paper. */
import type { LotRef, Quantity, Whereabouts } from '@/api/records'
import { bucketRank } from '@/kit/sum-bar/bucket'
import { addDecimals, sumByUnit } from '@/lib/decimal'

/** Lines that differ only in the logistic unit, added up; the units are kept beside the sum. */
export interface AccountLine extends Omit<Whereabouts, 'unit'> {
  units: LotRef[]
}

/** Add up what lies at or went to the same, whichever pallet it is on; in the order of telling. */
export function accountLines(lines: Whereabouts[]): AccountLine[] {
  const found = new Map<string, AccountLine>()
  for (const { unit, ...line } of lines) {
    const key = keyOf(line)
    const before = found.get(key)
    const units = unit ? [unit] : []
    found.set(key, before ? joined(before, line, units) : { ...line, units })
  }
  return [...found.values()].sort((one, other) => bucketRank(one.bucket) - bucketRank(other.bucket))
}

function joined(
  before: AccountLine,
  line: Omit<Whereabouts, 'unit'>,
  units: LotRef[],
): AccountLine {
  return {
    ...before,
    quantity: added(before.quantity, line.quantity),
    affected: added(before.affected, line.affected),
    suspect: sumByUnit([...before.suspect, ...line.suspect]),
    units: [...before.units, ...units],
  }
}

function added(one: Quantity, other: Quantity): Quantity {
  return { unit: one.unit, value: addDecimals([one.value, other.value]) }
}

function keyOf(line: Omit<Whereabouts, 'unit'>): string {
  const { bucket, place, customer, supplier, order, waybill, lot, reason, quantity } = line
  const names = [place?.id, customer?.id, supplier?.id, order, waybill, lot?.id, reason]
  return [bucket, quantity.unit, ...names.map(name => name ?? '')].join('|')
}
