import type { ReactNode } from 'react'
import { Glyph } from './glyph'

const SIGNS: Record<string, ReactNode> = {
  receive: <path d="M10 3v8m-3-3 3 3 3-3M3.5 12v4.5h13V12" />,
  transform: (
    <path d="M7.5 3h5M8.5 3v5L4.5 15.5a1 1 0 0 0 .9 1.5h9.2a1 1 0 0 0 .9-1.5L11.5 8V3M6.5 12.5h7" />
  ),
  process: (
    <path d="M10 17a4.5 4.5 0 0 0 4.5-4.5C14.5 8.5 10 7 10 3c-1 3-4.5 5-4.5 9.5A4.5 4.5 0 0 0 10 17Zm0 0c-1.5-1.2-1.5-3 0-4.5 1.5 1.5 1.5 3.3 0 4.5" />
  ),
  inspect: (
    <>
      <circle cx="8.5" cy="8.5" r="5" />
      <path d="m12.5 12.5 4 4M6.5 8.5 8 10l2.5-3" />
    </>
  ),
  split: <path d="M3 10h5m0 0c3 0 3-5.5 6-5.5h3M8 10c3 0 3 5.5 6 5.5h3" />,
  merge: <path d="M17 10h-5m0 0c-3 0-3-5.5-6-5.5H3M12 10c-3 0-3 5.5-6 5.5H3" />,
  pack: <path d="m3.5 6.5 6.5-3.5 6.5 3.5v7L10 17l-6.5-3.5v-7Zm0 0L10 10m0 0 6.5-3.5M10 10v7" />,
  unpack: <path d="M4 9v6.5h12V9M4 9 2.5 6 9 5m7 4 1.5-3L11 5m-1 7V3.5m-2 2 2-2 2 2" />,
  move: <path d="M3 7h12m-3-3 3 3-3 3M17 13H5m3-3-3 3 3 3" />,
  ship: (
    <>
      <path d="M2.5 5h9v8.5h-9zM11.5 8h3.5l2.5 3v2.5h-6" />
      <circle cx="6" cy="14.5" r="1.6" />
      <circle cx="14" cy="14.5" r="1.6" />
    </>
  ),
  return: <path d="M7 4 3 8l4 4M3 8h9a5 5 0 0 1 0 9H9" />,
  hold: <path d="M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9m-3 3v2" />,
  release: <path d="M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 5.8-1M10 12v2" />,
}

/** The sign of an event kind; an unknown kind is a plain dot. */
export function EventIcon({ kind, size }: { kind: string; size?: number }) {
  return <Glyph size={size}>{SIGNS[kind] ?? <circle cx="10" cy="10" r="4" />}</Glyph>
}
