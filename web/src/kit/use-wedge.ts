import { useEffect, useRef } from 'react'
import { type Key, START, stepWedge, type WedgeState } from '@/lib/wedge'

/** Listen for a scanner before any field sees the keys; a finished scan is handed over once. */
export function useWedge(
  onScan: (text: string) => void,
  wanted: (target: EventTarget | null) => boolean,
) {
  const handler = useRef({ onScan, wanted })
  handler.current = { onScan, wanted }
  useEffect(() => {
    let state: WedgeState = START
    const listen = (event: KeyboardEvent) => {
      if (!handler.current.wanted(event.target)) return
      const step = stepWedge(state, keyOf(event))
      state = step.state
      if (step.scanned === null) return
      event.preventDefault()
      event.stopPropagation()
      handler.current.onScan(step.scanned)
    }
    window.addEventListener('keydown', listen, { capture: true })
    return () => window.removeEventListener('keydown', listen, { capture: true })
  }, [])
}

function keyOf(event: KeyboardEvent): Key {
  return {
    code: event.code,
    key: event.key,
    shift: event.shiftKey,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    capsLock: event.getModifierState('CapsLock'),
    at: event.timeStamp,
  }
}

/** Whether keys pressed there belong to somebody who is writing. */
export function isWriting(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null
  return Boolean(element?.closest?.('input, textarea, select, [contenteditable="true"]'))
}
