import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { pagedRows } from '@/kit/data-table/list-panel'
import { EmptyState } from '@/kit/empty-state'
import { ProblemAlert } from '@/kit/problem-alert'
import { Skeleton } from '@/kit/skeleton'
import { Timeline } from '@/kit/timeline/timeline'
import { useLotEvents } from '../api/lot-events'

/** The life of a lot, event by event. */
export function LotTimeline({ lot, compact }: { lot: string; compact?: boolean }) {
  const { t } = useTranslation()
  const events = useLotEvents(lot)
  const rows = pagedRows(events)
  if (events.isPending) return <Skeleton rows={6} />
  if (events.error && rows.length === 0) {
    return <ProblemAlert error={events.error} onRetry={() => events.refetch()} />
  }
  if (rows.length === 0) return <EmptyState title={t('lot.no_events')} />
  return (
    <>
      <Timeline events={rows} compact={compact} />
      {events.hasNextPage && (
        <Button
          type="text"
          block
          loading={events.isFetchingNextPage}
          onClick={() => events.fetchNextPage()}
        >
          {t('action.load_more', { count: rows.length })}
        </Button>
      )}
    </>
  )
}
