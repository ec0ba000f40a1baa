import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type ColourName, palette } from '@/kit/theme/palette'

const css = readFileSync('src/kit/theme/tokens.css', 'utf8')

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (one: ColourName, other: ColourName): number => {
  const [dark = 0, light = 0] = [luminance(palette[one]), luminance(palette[other])].sort()
  return (light + 0.05) / (dark + 0.05)
}

describe('colours', () => {
  it('are the same in the style sheet and in the theme', () => {
    for (const [name, hex] of Object.entries(palette)) expect(css).toContain(`--${name}: ${hex};`)
  })

  it('can be read: AA on every ground they are used on', () => {
    const pairs: [ColourName, ColourName][] = [
      ['ink', 'paper'],
      ['ink-soft', 'sunken'],
      ['ink-faint', 'paper'],
      ['ink-faint', 'surface'],
      ['ink-faint', 'sunken'],
      ['pine-600', 'paper'],
      ['pine-600', 'pine-50'],
      ['pine-700', 'pine-100'],
      ['pine-200', 'pine-900'],
      ['celadon', 'pine-800'],
      ['good', 'good-soft'],
      ['wait', 'wait-soft'],
      ['ochre', 'ochre-soft'],
      ['cinnabar', 'cinnabar-soft'],
      ['plum', 'plum-soft'],
      ['sky', 'sky-soft'],
    ]
    for (const [text, ground] of pairs)
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })
})
