import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  )

const imports = (name: string): string[] =>
  [...readFileSync(name, 'utf8').matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(
    match => match[1] ?? '',
  )

const floor = (name: string): string => name.split('/')[1] ?? ''
const room = (name: string): string => name.split('/')[2] ?? ''
const sources = files('src').filter(name => /\.tsx?$/.test(name))

/** What each floor may stand on. */
const BELOW: Record<string, string[]> = {
  app: ['app', 'features', 'kit', 'lib', 'api'],
  features: ['features', 'kit', 'lib', 'api'],
  kit: ['kit', 'lib', 'api'],
  api: ['api', 'lib'],
  lib: ['lib'],
}

describe('walls of the front end', () => {
  it('floors look down only', () => {
    const wrong = sources.flatMap(name =>
      imports(name)
        .filter(target => target.startsWith('@/') && floor(name) in BELOW)
        .filter(target => !BELOW[floor(name)]?.includes(target.split('/')[1] ?? ''))
        .map(target => `${name} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('a feature never imports a feature', () => {
    const wrong = sources
      .filter(name => floor(name) === 'features')
      .flatMap(name =>
        imports(name)
          .filter(target => target.startsWith('@/features/') && target.split('/')[2] !== room(name))
          .map(target => `${name} → ${target}`),
      )
    expect(wrong).toEqual([])
  })

  it('colours are written in the palette only', () => {
    const wrong = files('src')
      .filter(name => /\.(tsx?|css)$/.test(name) && !name.startsWith('src/kit/theme/'))
      .filter(name => /#[0-9a-f]{3,8}\b/i.test(readFileSync(name, 'utf8').replaceAll(/&#\w+/g, '')))
    expect(wrong).toEqual([])
  })

  it('only request files build an address', () => {
    const wrong = sources
      .filter(name => !name.includes('/api/') && readFileSync(name, 'utf8').includes("'/api/v1"))
      .filter(name => !name.endsWith('.test.ts'))
    expect(wrong).toEqual([])
  })
})
