import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from '@/locales/en.json'
import zh from '@/locales/zh-CN.json'

type Words = { [key: string]: string | Words }

const flat = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flat(value, `${prefix}${key}.`),
  )

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  )

const chinese = new Map(flat(zh))
const english = new Map(flat(en))
const sources = files('src').filter(name => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))

describe('words', () => {
  it('exist in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  })

  it('carry the same blanks in both languages', () => {
    const blanks = (text = '') => [...text.matchAll(/{{(\w+)}}/g)].map(match => match[1]).sort()
    for (const [key, text] of chinese) expect(blanks(english.get(key)), key).toEqual(blanks(text))
  })

  it('are never empty, and English holds no Chinese', () => {
    for (const [key, text] of english) {
      expect(text, key).not.toBe('')
      expect(/[\u4e00-\u9fff]/.test(text), key).toBe(false)
    }
  })

  it('that the screens ask for by name are there', () => {
    const asked = sources.flatMap(name =>
      [...readFileSync(name, 'utf8').matchAll(/\bt\(\s*'([\w.]+)'/g)].map(match => match[1] ?? ''),
    )
    const known = (key: string) => chinese.has(key) || chinese.has(`${key}_other`)
    expect(asked.filter(key => !known(key))).toEqual([])
    expect(asked.length).toBeGreaterThan(100)
  })

  it('stand nowhere but in the word files', () => {
    const strays = sources.filter(
      name =>
        !name.includes('language-switch') && /[\u4e00-\u9fff]/.test(readFileSync(name, 'utf8')),
    )
    expect(strays).toEqual([])
  })
})
