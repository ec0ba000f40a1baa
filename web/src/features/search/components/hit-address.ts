import type { Hit, SearchResult } from '@/api/records'

const THINGS = new Set(['lot', 'supplier_lot', 'logistic_unit', 'item'])

/** The page a hit opens. */
export function hitAddress(hit: Hit): string {
  if (THINGS.has(hit.kind)) return `/lots/${hit.id}`
  if (hit.kind === 'reference') return `/events/${hit.id}`
  if (hit.kind === 'product') return `/lots?product=${hit.id}&all=1`
  return `/lots?supplier=${hit.id}&all=1`
}

/** The one thing that was meant: an exact hit, alone or only with the product it is of. */
export function meantHit(found: SearchResult | null): Hit | null {
  if (!found?.exact) return null
  const things = found.items.filter(hit => hit.kind !== 'product')
  const [only, second] = things.length > 0 ? things : found.items
  return only && !second ? only : null
}
