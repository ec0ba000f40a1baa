/** What of a blast radius hangs on what: the lots to hold, and how much is only possible. */
import type { LotAccount, Quantity, Scope, Whereabouts } from '@/api/records'
import { sumByUnit } from '@/lib/decimal'
import { isAny, isZero } from '@/lib/quantity'

/** What still is somewhere, or went to somebody: it can be held or called back. */
const PRESENT = new Set([
  'in_stock',
  'in_process',
  'in_transit',
  'returned_in',
  'laboratory',
  'subcontracted',
  'retained',
  'consigned',
  'shipped',
  'elsewhere',
])

/** What went into another lot is counted there, not where it came from. */
const passedOn = (line: Whereabouts) => line.bucket === 'consumed' && line.lot !== null

/** The lots that a hold on everything affected would lie on, those held already left out. */
export function lotsToHold({ accounts }: Scope): { id: string; code: string }[] {
  return accounts
    .filter(account => !account.row.on_hold)
    .map(({ row }) => ({ id: row.id, code: row.code }))
}

/** How much of what is affected hangs on an uncertain link alone, one sum for each unit. */
export function affectedPossible({ accounts }: Scope): Quantity[] {
  return sumByUnit(accounts.filter(account => account.possible).flatMap(affectedOf))
}

/** How much of the suspect itself hangs on an uncertain link alone, one sum for each unit. */
export function onlyPossible({ accounts }: Scope): Quantity[] {
  const unsure = accounts.filter(account => account.possible)
  return sumByUnit(unsure.flatMap(suspectAtEnd)).filter(sum => !isZero(sum.value))
}

/** How much of a lot is affected and still is somewhere; the headline is the sum of these. */
export function affectedOf({ lines }: LotAccount): Quantity[] {
  const now = lines.filter(line => PRESENT.has(line.bucket))
  return sumByUnit(now.map(line => line.affected)).filter(isAny)
}

/** How much of the suspect itself a lot still carries, or took with it where it left. */
export function suspectAtEnd({ lines }: LotAccount): Quantity[] {
  const ends = lines.filter(line => !passedOn(line))
  return sumByUnit(ends.flatMap(line => line.suspect)).filter(isAny)
}
