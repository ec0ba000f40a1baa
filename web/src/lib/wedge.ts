/**
 * Tells a keyboard-wedge scanner from a person: keys that follow within 60 ms and end on Enter or Tab.
 * Reads the physical key (`event.code` with shift) where an input method has swallowed the character.
 */
export interface Key {
  code: string
  key: string
  shift: boolean
  ctrl: boolean
  alt: boolean
  capsLock: boolean
  at: number
}

export interface WedgeState {
  text: string
  lastAt: number
}

export interface WedgeStep {
  state: WedgeState
  scanned: string | null
}

export const RESET_MS = 60
export const SHORTEST_SCAN = 4
export const START: WedgeState = { text: '', lastAt: Number.NEGATIVE_INFINITY }

const GROUP_SEPARATOR = '\u001d'
const DIGITS_SHIFTED = ')!@#$%^&*('
const SYMBOLS: Record<string, [string, string]> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Backquote: ['`', '~'],
  Space: [' ', ' '],
  NumpadDecimal: ['.', '.'],
  NumpadSubtract: ['-', '-'],
  NumpadAdd: ['+', '+'],
  NumpadDivide: ['/', '/'],
  NumpadMultiply: ['*', '*'],
}

/** Take one key; give the new state, and the scanned text when this key completed a scan. */
export function stepWedge(state: WedgeState, key: Key): WedgeStep {
  const inTime = key.at - state.lastAt <= RESET_MS
  const text = inTime ? state.text : ''
  if (endsScan(key)) return { state: START, scanned: text.length >= SHORTEST_SCAN ? text : null }
  if (isModifier(key))
    return { state: { text, lastAt: inTime ? key.at : state.lastAt }, scanned: null }
  const character = characterOf(key)
  if (character === null) return { state: START, scanned: null }
  return { state: { text: text + character, lastAt: key.at }, scanned: null }
}

/** The character a key stands for, even when the input method kept it for itself. */
export function characterOf(key: Key): string | null {
  if (key.alt) return null
  if (key.ctrl) return key.code === 'BracketRight' ? GROUP_SEPARATOR : null
  const readable = /^[\x20-\x7e]$/.test(key.key)
  return readable && !key.capsLock ? key.key : physical(key)
}

function physical({ code, shift }: Key): string | null {
  if (/^Key[A-Z]$/.test(code)) return shift ? code.slice(3) : code.slice(3).toLowerCase()
  if (/^Digit\d$/.test(code))
    return shift ? (DIGITS_SHIFTED[Number(code.slice(5))] ?? null) : code.slice(5)
  if (/^Numpad\d$/.test(code)) return code.slice(6)
  return SYMBOLS[code]?.[shift ? 1 : 0] ?? null
}

function endsScan({ code }: Key): boolean {
  return code === 'Enter' || code === 'NumpadEnter' || code === 'Tab'
}

function isModifier({ code }: Key): boolean {
  return /^(Shift|Control|Alt|CapsLock)/.test(code)
}
