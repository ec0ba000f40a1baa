import { expect, it } from 'vitest'
import { bucketRank, bucketTone, isRed } from './bucket'
import { partsOf } from './parts'

const kg = (value: string) => ({ value, unit: 'KGM' })
const part = (bucket: string, value: string, percent: string) => ({
  bucket,
  quantity: kg(value),
  percent,
})

it('tells what we have first, and leaves out what is nothing', () => {
  const parts = [
    part('shipped', '30', '30'),
    part('destroyed', '0.000', '0'),
    part('in_stock', '70', '70'),
  ]
  expect(partsOf(kg('100'), parts, kg('0')).map(one => one.bucket)).toEqual(['in_stock', 'shipped'])
})

it('shows what does not add up as a part of its own', () => {
  const shown = partsOf(kg('100'), [part('in_stock', '95', '95')], kg('5'))
  expect(shown.at(-1)).toEqual({ bucket: 'residual', quantity: kg('5'), percent: '5' })
})

it('knows red from explained, and has a place and a colour for the unheard-of', () => {
  expect(isRed('unexplained')).toBe(true)
  expect(isRed('loss')).toBe(false)
  expect(bucketRank('moon')).toBeGreaterThan(bucketRank('unexplained'))
  expect(bucketTone('moon')).toBe('elsewhere')
})
