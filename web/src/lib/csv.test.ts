import { describe, expect, it } from 'vitest'
import { csvCell, csvText } from './csv'

describe('CSV for a spreadsheet', () => {
  it('never hands over a formula', () => {
    for (const evil of ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '  =1'])
      expect(csvCell(evil).replace(/^"/, '').startsWith("'")).toBe(true)
  })

  it('leaves plain and negative numbers as numbers', () => {
    expect(csvCell('-12.5')).toBe('-12.5')
    expect(csvCell('1200')).toBe('1200')
  })

  it('quotes commas, quotes and line breaks', () => {
    expect(csvCell('蓝莓,果料')).toBe('"蓝莓,果料"')
    expect(csvCell('a"b')).toBe('"a""b"')
    expect(csvCell('a\nb')).toBe('"a\nb"')
  })

  it('begins with the mark that lets Excel read Chinese', () => {
    expect(csvText(['批次'], [['F-0716']])).toBe('\uFEFF批次\r\nF-0716\r\n')
  })
})
