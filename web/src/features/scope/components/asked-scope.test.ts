import { expect, it } from 'vitest'
import { askedScope, countConditions } from './asked-scope'

const A = '01a20887-2506-7158-ae79-362dd163c757'
const B = '01a20887-25cc-7429-910d-d987aac54d5c'
const asked = (text: string) => askedScope(new URLSearchParams(text))

it('asks for each suspect once, whatever the order of the link', () => {
  expect(asked(`lot=${B}&lot=${A}&lot=${B}&lot=nonsense`)).toEqual({ lots: [A, B], plain: false })
})

it('asks for the reading and the conditions of the link', () => {
  const question = asked(
    `lot=${A}&since=2026-11-17T00:00:00Z&plain=1&equipment=${B}&kde=temperature&below=72&operator=李`,
  )
  expect(question).toEqual({
    lots: [A],
    plain: true,
    since: '2026-11-17T00:00:00Z',
    narrow: { equipment: B, kde: 'temperature', below: '72', operator: '李' },
  })
  expect(countConditions(question)).toBe(3)
})

it('drops what cannot be meant: a bound without a parameter, a time without an offset', () => {
  expect(asked(`lot=${A}&below=72&starts=2026-11-17T00:00&place=here`)).toEqual({
    lots: [A],
    plain: false,
  })
  expect(asked(`lot=${A}&kde=ph&above=low`).narrow).toEqual({ kde: 'ph' })
})
