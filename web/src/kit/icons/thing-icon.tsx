import type { ReactNode } from 'react'
import { Glyph } from './glyph'

const SIGNS: Record<string, ReactNode> = {
  lot: (
    <>
      <ellipse cx="10" cy="5" rx="6" ry="2.2" />
      <path d="M4 5v10c0 1.2 2.7 2.2 6 2.2s6-1 6-2.2V5M4 10c0 1.2 2.7 2.2 6 2.2s6-1 6-2.2" />
    </>
  ),
  supplier_lot: <path d="M3 16.5V9l4.5 2.5V9l4.5 2.5V4h5v12.5H3Zm3.5-2.5h2m3 0h2" />,
  logistic_unit: (
    <path d="M4 3.5h5.5v5H4zm6.5 0H16v5h-5.5zM4 9.5h5.5V13H4zm6.5 0H16V13h-5.5zM2.5 15h15M4 15v2m12-2v2m-6-2v2" />
  ),
  item: <path d="M4 4h3v3H4zm9 0h3v3h-3zM4 13h3v3H4zm6-9v3m0 3h2m1 0h3m-6 3v3m3-3h3v3h-3" />,
  reference: <path d="M5 3h7l3.5 3.5V17H5zm7 0v3.5h3.5M7.5 10h5m-5 3h5" />,
  party: <path d="M4 17V5.5L10 3l6 2.5V17M2.5 17h15M8 17v-3.5h4V17M7.5 8h1m3 0h1m-5 3h1m3 0h1" />,
  product: <path d="M3.5 9V4a.5.5 0 0 1 .5-.5h5l7.5 7.5-5.5 5.5L3.5 9ZM7 7h.01" />,
}
SIGNS.customer = SIGNS.party
SIGNS.supplier = SIGNS.supplier_lot

/** The sign of a kind of thing: lot, pallet, supplier lot, company … */
export function ThingIcon({ kind, size }: { kind: string; size?: number }) {
  return <Glyph size={size}>{SIGNS[kind] ?? SIGNS.lot}</Glyph>
}
