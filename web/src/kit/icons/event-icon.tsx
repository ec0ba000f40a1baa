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
  rework: (
    <path d="M15.5 8A6 6 0 0 0 5 6.2L3.5 8m0-4v4h4M4.5 12A6 6 0 0 0 15 13.8l1.5-1.8m0 4v-4h-4" />
  ),
  destroy: <path d="M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.8 11h7.4l.8-11M8.5 8.5v5m3-5v5" />,
  sample: <path d="M7 3h6M8 3v11.5a2 2 0 0 0 4 0V3M8 10.5h4" />,
  count: <path d="M5 4.5h10v12.5H5zM8 3h4v3H8zM7.5 9.5h5m-5 3h5m-5 2.5h3" />,
  adjust: <path d="M3 6h6m3 0h5M3 14h3m3 0h8M10.5 4v4M7.5 12v4" />,
  assemble: <path d="M3 3h6v6H3zM11 11h6v6h-6zM9 6h5v5" />,
  disassemble: <path d="M3 3h6v6H3zM11 11h6v6h-6zM11.5 8.5l4-4m-3 0h3v3" />,
  mount: (
    <>
      <circle cx="10" cy="8" r="4.5" />
      <circle cx="10" cy="8" r="1" />
      <path d="M4 17h12M10 12.5V17" />
    </>
  ),
  unmount: (
    <>
      <circle cx="10" cy="6.5" r="3.8" />
      <path d="M4 17h12M10 16v-3.5m-1.5 1.5 1.5-1.5 1.5 1.5" />
    </>
  ),
  fill: (
    <path d="M4.5 7v8.5a1.5 1.5 0 0 0 1.5 1.5h8a1.5 1.5 0 0 0 1.5-1.5V7M10 3v8m-2.5-2.5L10 11l2.5-2.5" />
  ),
  draw: (
    <path d="M4.5 7v8.5a1.5 1.5 0 0 0 1.5 1.5h8a1.5 1.5 0 0 0 1.5-1.5V7M10 11V3m-2.5 2.5L10 3l2.5 2.5" />
  ),
  clear: <path d="M4.5 6v9.5a1.5 1.5 0 0 0 1.5 1.5h8a1.5 1.5 0 0 0 1.5-1.5V6M7 6.5l6 6m0-6-6 6" />,
  correct: <path d="M3.5 16.5l.8-3.3L13 4.5l2.5 2.5-8.7 8.7-3.3.8ZM3 10h6" />,
  release: <path d="M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 5.8-1M10 12v2" />,
}

/** The sign of an event kind; an unknown kind is a plain dot. */
export function EventIcon({ kind, size }: { kind: string; size?: number }) {
  return <Glyph size={size}>{SIGNS[kind] ?? <circle cx="10" cy="10" r="4" />}</Glyph>
}
