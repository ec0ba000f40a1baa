import type { Trace, TraceLot } from '@/api/records'
import { isZero } from '@/lib/quantity'

/** What of a trace the reader wants to see. */
export interface TraceFilter {
  text: string
  held: boolean
  stock: boolean
  which: 'lots' | 'units' | 'all'
}

/** The rows that pass, nearest first, materials before products. */
export function keepLots(trace: Trace, filter: TraceFilter): TraceLot[] {
  const rows = [
    ...(filter.which === 'units' ? [] : trace.lots),
    ...(filter.which === 'lots' ? [] : trace.units),
  ]
  const wanted = filter.text.trim().toLowerCase()
  return rows
    .filter(row => !wanted || wordsOf(row).includes(wanted))
    .filter(row => !filter.held || row.on_hold)
    .filter(row => !filter.stock || (row.quantity !== null && !isZero(row.quantity.value)))
    .sort((one, other) => signed(one) - signed(other) || one.code.localeCompare(other.code))
}

function wordsOf(row: TraceLot): string {
  const texts = [
    row.code,
    row.product?.name,
    row.product?.code,
    row.supplier?.name,
    row.supplier_lot,
    row.place,
  ]
  return texts.filter(Boolean).join(' ').toLowerCase()
}

function signed(row: TraceLot): number {
  return row.direction === 'back' ? row.distance : 10_000 + row.distance
}
