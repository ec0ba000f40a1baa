import type { ReactNode } from 'react'
import { Glyph } from './glyph'

const SIGNS: Record<string, ReactNode> = {
  home: <path d="M3 10.5 10 4l7 6.5M5 9v7.5h10V9M8.5 16.5V12h3v4.5" />,
  trace: (
    <>
      <circle cx="4.5" cy="5" r="1.8" />
      <circle cx="4.5" cy="15" r="1.8" />
      <circle cx="15.5" cy="10" r="1.8" />
      <path d="M6.3 5C10 5 10 10 13.7 10M6.3 15c3.7 0 3.7-5 7.4-5" />
    </>
  ),
  lots: <path d="M3.5 4h5.5v5.5H3.5zm7.5 0h5.5v5.5H11zm-7.5 7h5.5v5.5H3.5zm7.5 0h5.5v5.5H11z" />,
  events: <path d="M3 10h3l2-5 4 10 2-5h3" />,
  scope: (
    <>
      <circle cx="10" cy="10" r="1.6" />
      <path d="M10 5.4a4.6 4.6 0 1 1-4.6 4.6M10 2a8 8 0 1 1-8 8" />
    </>
  ),
  holds: <path d="M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9m-3 3v2" />,
  attempts: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="m5.2 5.2 9.6 9.6" />
    </>
  ),
  masters: <path d="M4 3.5h12v13H4zM4 8h12M8.5 8v8.5M4 12h12" />,
  ledger: <path d="M10 3l6 2.5v4.5c0 3.6-2.5 6-6 7-3.5-1-6-3.4-6-7V5.5L10 3Zm-2.5 7 2 2 3.5-4" />,
  more: <path d="M3.5 6h13m-13 4h13m-13 4h13" />,
}

/** The sign of a room in the rail. */
export function NavIcon({ name, size = 20 }: { name: string; size?: number }) {
  return <Glyph size={size}>{SIGNS[name]}</Glyph>
}
