import { expect, it } from 'vitest'
import type { Hop, LotRef, Why } from '@/api/records'
import { inFlowOrder } from './in-flow-order'

const ref = (code: string): LotRef => ({ id: code, kind: 'lot', code, product: null })
const hop = (from: string, to: string): Hop => ({ lot: ref(from), to: ref(to) }) as Hop
const path = (direction: string, start: string, goal: string, hops: Hop[]): Why => ({
  start: ref(start),
  goal: ref(goal),
  direction,
  possible: false,
  hops,
})
const told = (why: Why) => inFlowOrder(why).map(({ lot, to }) => `${lot.code}→${to.code}`)

it('leaves a path forward as it is', () => {
  expect(told(path('forward', 'A', 'Y', [hop('A', 'X'), hop('X', 'Y')]))).toEqual(['A→X', 'X→Y'])
})

it('turns a path that was walked from the product to its material', () => {
  expect(told(path('back', 'Y', 'A', [hop('Y', 'X'), hop('X', 'A')]))).toEqual(['A→X', 'X→Y'])
})

it('leaves a path back that is already told the way the material went', () => {
  expect(told(path('back', 'Y', 'A', [hop('A', 'X'), hop('X', 'Y')]))).toEqual(['A→X', 'X→Y'])
})
