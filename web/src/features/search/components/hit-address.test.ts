import { expect, it } from 'vitest'
import type { Hit, SearchResult } from '@/api/records'
import { hitAddress, meantHit } from './hit-address'

const hit = (kind: string, id: string) =>
  ({ kind, id, code: id, title: '', subtitle: '', status: null }) as Hit
const found = (exact: boolean, ...items: Hit[]) =>
  ({ exact, items, understood: null }) as SearchResult

it('goes straight to the lot of a GS1 scan, past the product it is of', () => {
  expect(meantHit(found(true, hit('lot', 'a'), hit('product', 'p')))?.id).toBe('a')
  expect(meantHit(found(true, hit('product', 'p')))?.id).toBe('p')
})

it('never chooses between two lots with the same printed code, nor from a guess', () => {
  expect(meantHit(found(true, hit('lot', 'a'), hit('lot', 'b')))).toBeNull()
  expect(meantHit(found(false, hit('lot', 'a')))).toBeNull()
  expect(meantHit(null)).toBeNull()
})

it('opens each kind of thing where it lives', () => {
  expect(hitAddress(hit('logistic_unit', 'u'))).toBe('/lots/u')
  expect(hitAddress(hit('reference', 'e'))).toBe('/events/e')
  expect(hitAddress(hit('party', 's'))).toBe('/lots?supplier=s&all=1')
})
