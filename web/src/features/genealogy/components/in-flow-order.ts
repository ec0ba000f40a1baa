import type { Hop, Why } from '@/api/records'

/** The steps of a path the way the material went, whichever end the question was asked from. */
export function inFlowOrder({ start, direction, hops }: Why): Hop[] {
  const againstFlow = direction === 'back' && hops[0]?.lot.id === start.id
  if (!againstFlow) return hops
  return hops.map(hop => ({ ...hop, lot: hop.to, to: hop.lot })).reverse()
}
