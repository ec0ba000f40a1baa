import type { TFunction } from 'i18next'
import { describe, expect, it } from 'vitest'
import type { EventDetail, EventLine } from '@/api/records'
import { captureBody } from './capture-body'
import { changesOf } from './changes'
import { draftOf, type Master, type Masters } from './draft-of-event'
import { factsOf } from './facts'
import { faultsOf } from './faults'

const t = ((key: string) => key) as unknown as TFunction
const master = (id: string, name: string): Master => ({ id, code: id, name, name_en: `${name} en` })
const masters: Masters = {
  sites: [master('s1', 'Plant')],
  locations: [
    master('p1', 'Store'),
    master('p2', 'Dairy'),
    master('p3', 'Twin'),
    master('p4', 'Twin'),
  ],
  parties: [master('c1', 'Tea house')],
  equipment: [master('e1', 'Mixer')],
}

const lot = (code: string, kind = 'lot') => ({ id: `id-${code}`, kind, code, product: 'Milk' })
const line = (role: string, more: Partial<EventLine> = {}): EventLine => ({
  line: 1,
  role,
  lot: lot('L1'),
  quantity: { value: '0.173', unit: 'KGM' },
  entered: { value: '173', unit: 'GRM' },
  disputed: null,
  second_quantity: null,
  weight: null,
  quality: null,
  owner: null,
  from: null,
  to: null,
  certainty: 'certain',
  reason: null,
  ...more,
})
const event = (more: Partial<EventDetail> = {}): EventDetail =>
  ({
    id: 'ev',
    kind: 'transform',
    event_time: '2026-07-16T09:00:30.5+08:00',
    event_time_to: null,
    precision: 'second',
    time_source: 'scan',
    site: 'Plant',
    place: 'Dairy',
    equipment: ['Mixer'],
    run: null,
    operator: 'Chen',
    crew: null,
    owner: null,
    customer: null,
    supplier: null,
    tank: null,
    verdict: null,
    reason: null,
    note: '',
    references: [{ type: 'work_order', id: 'WO-1' }],
    measurements: [],
    lines: [line('input', { from: 'Store' }), line('output', { lot: lot('L2'), to: 'Dairy' })],
    ...more,
  }) as unknown as EventDetail

const bodyOf = (told: EventDetail) =>
  captureBody(told, draftOf(told, masters), 'key-0001') as unknown as Record<string, unknown>

describe('an event corrected by a copy of itself', () => {
  it('says the same again, to the last digit, with names turned into identities', () => {
    expect(bodyOf(event())).toEqual({
      client_id: 'key-0001',
      kind: 'transform',
      mode: 'fact',
      event_time: '2026-07-16T09:00:30.5+08:00',
      precision: 'second',
      time_source: 'scan',
      site: { id: 's1' },
      place: { id: 'p2' },
      equipment: [{ id: 'e1' }],
      operator: 'Chen',
      measurements: [],
      references: [{ type: 'work_order', id: 'WO-1' }],
      inputs: [
        {
          lot: { id: 'id-L1' },
          quantity: { value: '173', unit: 'GRM' },
          place: { id: 'p1' },
          certainty: 'certain',
        },
      ],
      outputs: [
        {
          lot: { id: 'id-L2' },
          quantity: { value: '173', unit: 'GRM' },
          to_place: { id: 'p2' },
          certainty: 'certain',
        },
      ],
    })
  })

  it('names what was received and leaves the maker’s lot to follow from it', () => {
    const told = event({
      kind: 'receive',
      lines: [
        line('input', { lot: lot('MAKER', 'supplier_lot') }),
        line('output', { to: 'Store' }),
      ],
    })
    expect(bodyOf(told).inputs).toBeUndefined()
    expect(bodyOf(told).outputs).toHaveLength(1)
  })

  it('ships from a unit, to a customer and not to the road', () => {
    const told = event({
      kind: 'ship',
      customer: 'Tea house',
      lines: [line('subject', { from: '069765', to: 'On the way' })],
    })
    expect(bodyOf(told)).toMatchObject({ customer: { id: 'c1' } })
    expect(bodyOf(told).subjects).toEqual([
      {
        lot: { id: 'id-L1' },
        quantity: { value: '173', unit: 'GRM' },
        unit: { scan: '069765' },
        certainty: 'certain',
      },
    ])
  })

  it('says where goods came back to, and from where they go back', () => {
    const back = event({
      kind: 'return',
      customer: 'Tea house',
      lines: [line('subject', { to: 'Store' })],
    })
    expect(bodyOf(back).subjects).toMatchObject([{ to_place: { id: 'p1' } }])
    const away = event({
      kind: 'return',
      supplier: 'Tea house',
      lines: [line('subject', { from: 'Store' })],
    })
    expect(bodyOf(away).subjects).toMatchObject([{ place: { id: 'p1' } }])
  })

  it('packs into the unit it was packed into', () => {
    const unit = { lot: lot('069765', 'logistic_unit'), quantity: null, entered: null, to: 'Store' }
    const told = event({
      kind: 'pack',
      lines: [line('parent', unit), line('content', { from: 'Store', to: '069765' })],
    })
    expect(bodyOf(told)).toMatchObject({ unit: { id: 'id-069765' } })
    expect(bodyOf(told).subjects).toMatchObject([{ place: { id: 'p1' } }])
  })

  it('keeps declared losses and by-products as what they were', () => {
    const told = event({
      lines: [
        line('by_product', { to: 'Dairy', weight: '0.1' }),
        line('waste', { lot: null, reason: 'spill', entered: null }),
      ],
    })
    expect(bodyOf(told).outputs).toMatchObject([{ role: 'by_product', weight: '0.1' }])
    expect(bodyOf(told).losses).toEqual([
      { reason: 'spill', quantity: { value: '0.173', unit: 'KGM' }, role: 'waste' },
    ])
  })
})

describe('what is put right', () => {
  const facts = (draft: ReturnType<typeof draftOf>) => factsOf(t, 'en', draft)
  const recorded = draftOf(event(), masters)

  it('is told with what stood there before', () => {
    const draft = {
      ...recorded,
      operator: 'Wu',
      lines: recorded.lines.map((old, index) => (index === 0 ? { ...old, quantity: '17.3' } : old)),
    }
    expect(changesOf(facts(recorded), facts(draft))).toEqual([
      { key: 'operator', label: 'field.operator', before: 'Chen', after: 'Wu' },
      expect.objectContaining({
        before: 'L1  173 unit.GRM  correction.from Store',
        after: 'L1  17.3 unit.GRM  correction.from Store',
      }),
    ])
  })

  it('shows a line taken out and a line put in', () => {
    const [first, ...rest] = recorded.lines
    const added = { ...(first as (typeof recorded.lines)[0]), key: 'new', lot: lot('L9') }
    const changes = changesOf(facts(recorded), facts({ ...recorded, lines: [...rest, added] }))
    expect(changes.map(({ before, after }) => [before.slice(0, 2), after.slice(0, 2)])).toEqual([
      ['', 'L9'],
      ['L1', ''],
    ])
  })

  it('is not sent while a name means nothing, a time runs backwards or a quantity is no number', () => {
    const twin = draftOf(event({ place: 'Twin', customer: 'Stranger' }), masters)
    expect(faultsOf(twin).map(fault => fault.about)).toEqual(['Twin', 'Stranger'])
    expect(faultsOf({ ...recorded, eventTimeTo: '2026-07-15T00:00:00' })[0]?.code).toBe('period')
    const words = recorded.lines.map(old => ({ ...old, quantity: 'much' }))
    expect(faultsOf({ ...recorded, lines: words }).map(fault => fault.code)).toEqual([
      'quantity',
      'quantity',
    ])
    expect(faultsOf({ ...recorded, lines: [] }).map(fault => fault.code)).toEqual(['no_lines'])
    expect(faultsOf(recorded)).toEqual([])
  })

  it('is a time typed by hand, once it was changed', () => {
    const draft = { ...recorded, eventTime: '2026-07-16T08:00:00' }
    expect(captureBody(event(), draft, 'key-0001')).toMatchObject({
      event_time: '2026-07-16T08:00:00+08:00',
      time_source: 'entered',
    })
  })
})
