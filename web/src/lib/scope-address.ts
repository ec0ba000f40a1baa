import { type AsOf, writeAsOf } from './as-of'

/** The blast radius of suspect lots, read the same way as the page it is opened from. */
export function scopeAddress(lots: string[], { since, recorded, happened, plain }: AsOf = {}) {
  const reading = writeAsOf({ since, recorded, happened, plain })
  const words = [...lots.map(lot => ['lot', lot] as [string, string]), ...reading]
  return `/scope?${new URLSearchParams(words)}`
}
