import { describe, expect, it } from 'vitest'
import { isWorthRetrying, ProblemError, parseProblem, problemOf } from './problem'

describe('problem documents', () => {
  it('reads all fields of problem+json', () => {
    const problem = parseProblem(409, {
      type: 'about:blank',
      title: '未被接受',
      status: 409,
      code: 'capture.refused',
      detail: '批次已扣留',
      errors: [{ pointer: '/inputs/0', code: 'lot.on_hold', message: '批次 F-0716 已扣留' }],
      correlation_id: 'c-1',
    })
    expect(problem.code).toBe('capture.refused')
    expect(problem.errors[0]?.code).toBe('lot.on_hold')
    expect(problem.correlationId).toBe('c-1')
  })

  it('survives a page of HTML or a broken document', () => {
    for (const body of ['<h1>502</h1>', null, [], { errors: 'no', code: 7 }]) {
      const problem = parseProblem(502, body)
      expect(problem.code).toBe('http.502')
      expect(problem.errors).toEqual([])
    }
  })

  it('tells a silent network from an answer', () => {
    expect(problemOf(new TypeError('Failed to fetch')).code).toBe('network.unreachable')
    expect(isWorthRetrying(new TypeError('Failed to fetch'))).toBe(true)
    expect(isWorthRetrying(new ProblemError(parseProblem(404, {})))).toBe(false)
    expect(isWorthRetrying(new ProblemError(parseProblem(503, {})))).toBe(true)
  })
})
