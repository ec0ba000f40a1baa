import { expect, it } from 'vitest'
import { safeNext } from './safe-next'

it('goes back where the session ended, and nowhere else', () => {
  expect(safeNext('/lots/1?tab=list')).toBe('/lots/1?tab=list')
  for (const bad of [
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/login?next=/',
  ])
    expect(safeNext(bad)).toBe('/')
})
