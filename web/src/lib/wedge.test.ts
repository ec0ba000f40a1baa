import { describe, expect, it } from 'vitest'
import { type Key, START, stepWedge, type WedgeState } from './wedge'

const press = (code: string, at: number, more: Partial<Key> = {}): Key => ({
  code,
  key: 'Process',
  shift: false,
  ctrl: false,
  alt: false,
  capsLock: false,
  at,
  ...more,
})

function play(keys: Key[]): (string | null)[] {
  let state: WedgeState = START
  return keys.map(key => {
    const step = stepWedge(state, key)
    state = step.state
    return step.scanned
  })
}

const burst = (codes: string[], gap = 10, more: Partial<Key> = {}): Key[] =>
  codes.map((code, index) => press(code, 1000 + index * gap, more))

describe('wedge scanner', () => {
  it('reads a scan under a Chinese input method by the physical keys', () => {
    const keys = burst(['KeyF', 'Minus', 'Digit0', 'Digit7', 'Digit1', 'Digit6', 'Enter'])
    expect(play(keys).at(-1)).toBe('f-0716')
  })

  it('keeps the capitals a scanner sends with shift, caps lock or not', () => {
    const shifted = press('KeyF', 1000, { shift: true })
    const rest = burst(['Digit0', 'Digit7', 'Digit1', 'Enter']).map((k, i) => ({
      ...k,
      at: 1010 + i * 10,
    }))
    expect(play([press('ShiftLeft', 995, { shift: true }), shifted, ...rest]).at(-1)).toBe('F071')
    const locked = { ...shifted, key: 'f', capsLock: true }
    expect(play([locked, ...rest]).at(-1)).toBe('F071')
  })

  it('ends on Tab as on Enter', () => {
    expect(play(burst(['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Tab'])).at(-1)).toBe('1234')
  })

  it('does not take slow typing for a scan', () => {
    const keys = burst(['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Enter'], 90)
    expect(play(keys).every(scanned => scanned === null)).toBe(true)
  })

  it('starts anew after 60 ms of silence', () => {
    const late = burst(['Digit5', 'Digit6', 'Digit7', 'Digit8', 'Enter']).map(k => ({
      ...k,
      at: k.at + 500,
    }))
    expect(play([...burst(['Digit1', 'Digit2']), ...late]).at(-1)).toBe('5678')
  })

  it('keeps the GS1 group separator', () => {
    const keys = burst(['Digit1', 'Digit0', 'KeyA', 'BracketRight', 'Digit2', 'Enter'])
    keys[3] = press('BracketRight', 1030, { ctrl: true })
    expect(play(keys).at(-1)).toBe('10a\u001d2')
  })

  it('ignores a lone Enter and two stray keys', () => {
    expect(play(burst(['Enter']))).toEqual([null])
    expect(play(burst(['KeyA', 'Enter'])).at(-1)).toBeNull()
  })
})
