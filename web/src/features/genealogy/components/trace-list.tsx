import { Input, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Trace, TraceLot } from '@/api/records'
import { Completeness } from '@/kit/completeness/completeness'
import { DataTable } from '@/kit/data-table/data-table'
import { EmptyState } from '@/kit/empty-state'
import { ExportButton } from '@/kit/export-button'
import { Failure } from '@/kit/failure'
import { FilterChip } from '@/kit/filter-chip'
import { Panel } from '@/kit/panel'
import { Skeleton } from '@/kit/skeleton'
import { useAsOf } from '@/lib/use-as-of'
import { useTrace } from '../api/trace'
import { DirectionSwitch } from './direction-switch'
import { isFollowed } from './is-followed'
import { keepLots, type TraceFilter } from './keep-lots'
import { PlainLine } from './plain-line'
import { ReadingBar } from './reading-bar'
import { traceColumns } from './trace-columns'
import { Companies } from './trace-companies'
import styles from './trace-list.module.css'
import { useDirection } from './use-direction'
import { WhyButton } from './why-button'

/** The same genealogy as tables: every lot with its distance, and the companies at both ends. */
export function TraceList({ lot }: { lot: string }) {
  const { t } = useTranslation()
  const [direction, setDirection] = useDirection()
  const [asOf] = useAsOf()
  const trace = useTrace(lot, direction, asOf)
  if (trace.error && !trace.data)
    return <Failure error={trace.error} onRetry={() => trace.refetch()} />
  return (
    <div className={styles.list}>
      <div className={styles.tools}>
        <DirectionSwitch value={direction} onChange={setDirection} />
        <ReadingBar />
        {trace.data && (
          <Completeness
            told={trace.data}
            counts={[t('trace.count.events', { count: trace.data.events })]}
          >
            <PlainLine more={trace.data.plain_more} possible={trace.data.possible} />
          </Completeness>
        )}
      </div>
      {!trace.data && (
        <Panel>
          <Skeleton rows={8} />
        </Panel>
      )}
      {trace.data && (
        <>
          <Companies trace={trace.data} />
          <Things trace={trace.data} />
        </>
      )}
    </div>
  )
}

function Things({ trace }: { trace: Trace }) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<TraceFilter>({
    text: '',
    held: false,
    stock: false,
    which: trace.lots.length > 0 ? 'lots' : 'all',
  })
  const [asOf] = useAsOf()
  const start = trace.start.id
  const columns = useMemo(
    () =>
      traceColumns(t, row =>
        isFollowed(trace.start) && isFollowed(row) ? (
          <WhyButton starts={[start]} goal={row} asOf={asOf} />
        ) : null,
      ),
    [t, start, asOf, trace.start],
  )
  const rows: TraceLot[] = useMemo(() => keepLots(trace, filter), [trace, filter])
  const flip = (name: 'held' | 'stock') => (on: boolean) => setFilter({ ...filter, [name]: on })
  return (
    <Panel
      flush
      title={t('trace.lots', { count: rows.length })}
      extra={<ExportButton name={trace.start.code} columns={columns} rows={rows} />}
    >
      <div className={styles.filters}>
        <Input
          allowClear
          className={styles.text}
          aria-label={t('trace.filter')}
          placeholder={t('trace.filter')}
          value={filter.text}
          onChange={event => setFilter({ ...filter, text: event.target.value })}
        />
        <Segmented<TraceFilter['which']>
          aria-label={t('field.kind_of_thing')}
          value={filter.which}
          onChange={which => setFilter({ ...filter, which })}
          options={[
            { value: 'lots', label: t('trace.which.lots', { count: trace.lots.length }) },
            { value: 'units', label: t('trace.which.units', { count: trace.units.length }) },
            { value: 'all', label: t('lots.all') },
          ]}
        />
        {(['held', 'stock'] as const).map(name => (
          <FilterChip key={name} on={filter[name]} onChange={flip(name)}>
            {t(`trace.only.${name}`)}
          </FilterChip>
        ))}
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('trace.no_rows')} />
      ) : (
        <DataTable
          label={t('trace.lots', { count: rows.length })}
          columns={columns}
          rows={rows}
          rowKey={row => `${row.direction}${row.id}`}
        />
      )}
    </Panel>
  )
}
