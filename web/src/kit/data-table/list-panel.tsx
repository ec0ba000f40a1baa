import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../empty-state'
import { Failure } from '../failure'
import { Panel } from '../panel'
import { Skeleton } from '../skeleton'
import type { Column } from './column'
import { DataTable } from './data-table'

/** What a paged query tells: the part of react-query's answer that a list needs. */
export interface PagedAnswer<Row> {
  data?: { pages: { items: Row[] }[] }
  error: unknown
  isPending: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

interface Props<Row> {
  label: string
  answer: PagedAnswer<Row>
  columns: Column<Row>[]
  rowKey: (row: Row) => string
  empty: { title: string; hint?: string }
  sort?: string
  onSort?: (sort: string) => void
}

/** A paged list in all its states: loading, failed, empty, filled, and more to come. */
export function ListPanel<Row>({
  label,
  answer,
  columns,
  rowKey,
  empty,
  sort,
  onSort,
}: Props<Row>) {
  const { t } = useTranslation()
  const rows = pagedRows(answer)
  if (answer.error && rows.length === 0) {
    return <Failure error={answer.error} onRetry={() => answer.refetch()} />
  }
  return (
    <Panel flush>
      {answer.isPending && <Skeleton rows={8} />}
      {!answer.isPending && rows.length === 0 && <EmptyState {...empty} />}
      {rows.length > 0 && (
        <DataTable
          label={label}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          sort={sort}
          onSort={onSort}
        />
      )}
      {answer.hasNextPage && (
        <Button
          type="text"
          block
          loading={answer.isFetchingNextPage}
          onClick={() => answer.fetchNextPage()}
          data-testid="load-more"
        >
          {t('action.load_more', { count: rows.length })}
        </Button>
      )}
    </Panel>
  )
}

/** All rows fetched so far. */
export function pagedRows<Row>(answer: PagedAnswer<Row>): Row[] {
  return answer.data?.pages.flatMap(page => page.items) ?? []
}
