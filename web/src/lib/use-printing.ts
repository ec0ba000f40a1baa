import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

let printing = false
const readers = new Set<() => void>()

/** True while the page is laid out for paper, so that folded lists unfold before they are printed. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing)
}

function subscribe(reader: () => void): () => void {
  readers.add(reader)
  return () => readers.delete(reader)
}

function turn(on: boolean) {
  printing = on
  // The page is laid out as soon as this returns: what unfolds must have unfolded by then.
  flushSync(() => {
    for (const reader of readers) reader()
  })
}

window.addEventListener('beforeprint', () => turn(true))
window.addEventListener('afterprint', () => turn(false))
