import { Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { ListPanel, pagedRows } from '@/kit/data-table/list-panel'
import { ExportButton } from '@/kit/export-button'
import { FilterChip } from '@/kit/filter-chip'
import { PageFrame } from '@/kit/page-frame'
import { type EventsAsked, useEvents } from '../api/events'
import { eventColumns } from '../components/event-columns'
import styles from './event-pages.module.css'

const KINDS = [
  'receive',
  'transform',
  'process',
  'inspect',
  'split',
  'merge',
  'pack',
  'unpack',
  'move',
  'ship',
  'return',
  'rework',
  'destroy',
  'sample',
  'count',
  'adjust',
  'assemble',
  'disassemble',
  'mount',
  'unmount',
  'fill',
  'draw',
  'clear',
  'hold',
  'release',
  'correct',
]
const FLAGS = [
  'disputed',
  'place_assumed',
  'quantity_missing',
  'unit_mismatch',
  'supplier_lot_missing',
]

/** All that happened, the latest first. */
export default function EventListPage() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const asked = askedEvents(params)
  const events = useEvents(asked)
  const columns = useMemo(() => eventColumns(t), [t])
  const set = (name: keyof EventsAsked, value: string | undefined) => {
    const next = new URLSearchParams(params)
    if (value) next.set(name, value)
    else next.delete(name)
    setParams(next, { replace: true })
  }
  return (
    <PageFrame
      title={t('room.events')}
      lead={t('events.lead')}
      extra={<ExportButton name={t('room.events')} columns={columns} rows={pagedRows(events)} />}
    >
      <div className={styles.filters}>
        <Select
          allowClear
          className={styles.select}
          aria-label={t('field.kind')}
          placeholder={t('field.kind')}
          value={asked.kind}
          onChange={value => set('kind', value)}
          options={KINDS.map(value => ({ value, label: t(`kind.${value}`) }))}
        />
        <Select
          allowClear
          className={styles.select}
          aria-label={t('events.flag')}
          placeholder={t('events.flag')}
          value={asked.flag}
          onChange={value => set('flag', value)}
          options={FLAGS.map(value => ({ value, label: t(`flag.${value}`) }))}
        />
        <FilterChip
          on={asked.mode === 'fact'}
          onChange={on => set('mode', on ? 'fact' : undefined)}
        >
          {t('events.only_facts')}
        </FilterChip>
        <FilterChip
          on={asked.kind === 'correct'}
          onChange={on => set('kind', on ? 'correct' : undefined)}
          testId="only-corrections"
        >
          {t('history.only_corrections')}
        </FilterChip>
      </div>
      <ListPanel
        label={t('room.events')}
        answer={events}
        columns={columns}
        rowKey={row => row.id}
        empty={{ title: t('events.empty'), hint: t('events.empty_hint') }}
      />
    </PageFrame>
  )
}

function askedEvents(params: URLSearchParams): EventsAsked {
  const mode = params.get('mode')
  return {
    kind: params.get('kind') ?? undefined,
    flag: params.get('flag') ?? undefined,
    mode: mode === 'fact' || mode === 'command' ? mode : undefined,
  }
}
