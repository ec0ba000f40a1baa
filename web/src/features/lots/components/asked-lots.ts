import type { LotsAsked } from '../api/lots'

const QUALITIES = ['pending', 'conforming', 'conceded', 'nonconforming'] as const
export const LOT_KINDS = ['lot', 'supplier_lot', 'logistic_unit', 'item'] as const
export const STATES = ['held', 'expired', 'near'] as const

/** What the address of the list asks the server for; the list starts with what is in stock. */
export function askedLots(params: URLSearchParams): LotsAsked {
  const quality = QUALITIES.find(known => known === params.get('quality'))
  const kind = LOT_KINDS.find(known => known === params.get('kind')) ?? 'lot'
  const asked: LotsAsked = { kind, sort: params.get('sort') ?? '-first_event_time' }
  const text = params.get('q')
  const product = params.get('product')
  const supplier = params.get('supplier')
  if (text) asked.q = text
  if (quality) asked.quality = quality
  if (product) asked.product = product
  if (supplier) asked.supplier = supplier
  if (params.has('held')) asked.held = true
  if (params.has('expired')) asked.expired = true
  if (params.has('near')) asked.near_expiry_days = Number(params.get('near')) || 7
  if (!params.has('all') && kind === 'lot') asked.in_stock = true
  return asked
}
