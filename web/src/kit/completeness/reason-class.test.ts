import { expect, it } from 'vitest'
import type { Reason } from '@/api/records'
import { byClass, reasonClass } from './reason-class'

const reason = (code: string, count: number): Reason => ({ code, count, message: code, lots: [] })

it('puts what is missing before what is estimated, and the widest gap first', () => {
  const found = byClass([
    reason('cycle', 3),
    reason('place_assumed', 9),
    reason('disputed', 1),
    reason('unexplained', 4),
  ])
  expect(found.map(([name, reasons]) => [name, reasons.map(one => one.code)])).toEqual([
    ['missing', ['unexplained', 'disputed']],
    ['estimated', ['place_assumed']],
    ['note', ['cycle']],
  ])
})

it('takes a reason it does not know for a gap', () => {
  expect(reasonClass('something_new')).toBe('missing')
})
