import { expect, it } from 'vitest'
import type { EventRow } from '@/api/records'
import { foldRuns } from './fold-runs'

const event = (id: string, more: Partial<EventRow> = {}): EventRow =>
  ({
    id,
    kind: 'pack',
    role: 'content',
    place: '灌装车间',
    operator: '陈燕',
    quantity: { value: '48', unit: 'C62' },
    measurements: [],
    flags: [],
    references: [],
    note: '',
    verdict: null,
    hold_reason: null,
    voided_by: null,
    replaces: null,
    corrects: null,
    ...more,
  }) as unknown as EventRow

const told = (events: EventRow[]) => foldRuns(events).map(run => run.events.length)

it('folds a crowd of packings and leaves a few of them alone', () => {
  expect(told([event('1'), event('2'), event('3'), event('4'), event('5')])).toEqual([5])
  expect(told([event('1'), event('2'), event('3')])).toEqual([1, 1, 1])
})

it('never folds away an event that has something to say', () => {
  const odd = event('3', { note: '箱体破损' })
  expect(told([event('1'), event('2'), odd, event('4'), event('5')])).toEqual([1, 1, 1, 1, 1])
  const voided = event('3', { voided_by: 'c' })
  expect(told([event('1'), event('2'), voided, event('4'), event('5')])).toEqual([1, 1, 1, 1, 1])
  expect(told([1, 2, 3, 4].map(n => event(`${n}`, { verdict: 'conforming' })))).toEqual([
    1, 1, 1, 1,
  ])
})
