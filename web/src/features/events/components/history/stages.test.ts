import { describe, expect, it } from 'vitest'
import type { EventVersion } from '@/api/records'
import { comparedPair, standingInstead } from './stages'

const stage = (event_id: string, state: EventVersion['state']) =>
  ({ event_id, state, kind: state === 'declaration' ? 'correct' : 'ship' }) as EventVersion

const once = [stage('a', 'voided'), stage('a-', 'declaration'), stage('b', 'effective')]
const twice = [
  stage('a', 'voided'),
  stage('a-', 'declaration'),
  stage('b', 'voided'),
  stage('b-', 'declaration'),
  stage('c', 'effective'),
]

describe('the history of a record', () => {
  it('compares what was declared with what stands instead, from wherever one looks', () => {
    for (const { event_id } of once)
      expect(comparedPair(once, event_id)).toEqual({ before: 'a', after: 'b' })
  })

  it('goes step by step where a correction was corrected', () => {
    expect(comparedPair(twice, 'a')).toEqual({ before: 'a', after: 'b' })
    expect(comparedPair(twice, 'b')).toEqual({ before: 'b', after: 'c' })
    expect(comparedPair(twice, 'b-')).toEqual({ before: 'b', after: 'c' })
    expect(comparedPair(twice, 'c')).toEqual({ before: 'b', after: 'c' })
  })

  it('has nothing to compare where nothing took the place', () => {
    const never = [stage('a', 'voided'), stage('a-', 'declaration')]
    expect(comparedPair(never, 'a')).toBeNull()
    expect(comparedPair(never, 'a-')).toBeNull()
    expect(comparedPair([stage('a', 'effective')], 'a')).toBeNull()
    expect(comparedPair(once, 'unknown')).toBeNull()
  })

  it('names what stands now', () => {
    expect(standingInstead(twice, 'a')?.event_id).toBe('c')
    expect(standingInstead(once.slice(0, 2), 'a')).toBeNull()
  })
})
