/** Where quantity can end, in the order it is told: ours first, then others', gone, and what is wrong. */
export const BUCKETS = [
  'in_stock',
  'in_process',
  'in_transit',
  'laboratory',
  'retained',
  'returned_in',
  'subcontracted',
  'consigned',
  'shipped',
  'returned_out',
  'consumed',
  'consumed_to_nothing',
  'destroyed',
  'sampled',
  'loss',
  're_entered',
  'elsewhere',
  'unquantified',
  'unexplained',
] as const

/** Buckets whose quantity nobody can account for: shown in red, never netted. */
const RED = new Set(['unexplained', 'unexplained_gain', 'disputed', 'residual', 'unquantified'])

export const isRed = (bucket: string): boolean => RED.has(bucket)

/** Where a bucket stands in the order of telling; one that is not known comes last. */
export function bucketRank(bucket: string): number {
  const at = (BUCKETS as readonly string[]).indexOf(bucket)
  return at < 0 ? BUCKETS.length : at
}

/** The class that colours a bucket. */
export function bucketTone(bucket: string): string {
  const known = (BUCKETS as readonly string[]).includes(bucket) || bucket === 'residual'
  return known ? bucket : 'elsewhere'
}
