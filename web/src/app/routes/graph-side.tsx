import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { GraphNode } from '@/api/records'
import { useEvent } from '@/features/events/api/event'
import { EventFieldList } from '@/features/events/components/event-field-list'
import { isFollowed } from '@/features/genealogy/components/is-followed'
import { WhyButton } from '@/features/genealogy/components/why-button'
import { useLot } from '@/features/lots/api/lot'
import { LotSummary } from '@/features/lots/components/lot-summary'
import { LotTimeline } from '@/features/lots/components/lot-timeline'
import { EmptyState } from '@/kit/empty-state'
import { MeasurementBar } from '@/kit/measurement-bar'
import { ProblemAlert } from '@/kit/problem-alert'
import { Skeleton } from '@/kit/skeleton'
import { StatusPill } from '@/kit/status-pill'
import type { AsOf } from '@/lib/as-of'
import styles from './graph-side.module.css'

/** What is known of the chosen card: a lot with its life, a step with its values, a company. */
export function GraphSide({ node, root, asOf }: { node: GraphNode; root: string; asOf: AsOf }) {
  if (node.event) return <EventSide key={node.id} id={node.event.id} />
  if (node.lot)
    return <LotSide key={node.id} node={node} id={node.lot.id} root={root} asOf={asOf} />
  return <PlainSide node={node} />
}

interface LotSideProps {
  node: GraphNode
  id: string
  root: string
  asOf: AsOf
}

function LotSide({ node, id, root, asOf }: LotSideProps) {
  const { t } = useTranslation()
  const lot = useLot(id)
  if (lot.error) return <ProblemAlert error={lot.error} onRetry={() => lot.refetch()} />
  if (!lot.data) return <Skeleton rows={6} />
  return (
    <div className={styles.side}>
      <LotSummary lot={lot.data} />
      {id !== root && (
        <div className={styles.ways}>
          <Link className={styles.open} to={`/lots/${id}`} data-testid="open-as-root">
            {t('graph.open_as_root')} →
          </Link>
          {isFollowed({ kind: node.type }) && (
            <WhyButton starts={[root]} goal={{ id, code: node.label }} asOf={asOf} />
          )}
        </div>
      )}
      {(node.possible || node.plain_only) && (
        <StatusPill tone="warn">
          {t(node.plain_only ? 'doubt.row.plain_only' : 'doubt.row.possible')}
        </StatusPill>
      )}
      <h3>{t('lot.tab.events')}</h3>
      <LotTimeline lot={id} compact />
    </div>
  )
}

function EventSide({ id }: { id: string }) {
  const { t } = useTranslation()
  const event = useEvent(id)
  if (event.error) return <ProblemAlert error={event.error} onRetry={() => event.refetch()} />
  if (!event.data) return <Skeleton rows={6} />
  return (
    <div className={styles.side}>
      <h2>{t(`kind.${event.data.kind}`, { defaultValue: event.data.kind })}</h2>
      {event.data.measurements.map((measurement, index) => (
        <MeasurementBar key={`${measurement.kde}${index + 1}`} measurement={measurement} />
      ))}
      <EventFieldList event={event.data} />
      <Link className={styles.open} to={`/events/${id}`}>
        {t('graph.open_event')} →
      </Link>
    </div>
  )
}

function PlainSide({ node }: { node: GraphNode }) {
  const { t } = useTranslation()
  if (node.group) {
    return (
      <EmptyState
        title={t('graph.group_title', { count: node.group.count })}
        hint={t('graph.group_hint')}
      />
    )
  }
  return (
    <div className={styles.side}>
      <h2>{node.label}</h2>
      <p>{t(`thing.${node.type}`)}</p>
      {node.type === 'supplier' && node.party && (
        <Link className={styles.open} to={`/lots?supplier=${node.party.id}&all=1`}>
          {t('graph.lots_of_supplier')} →
        </Link>
      )}
    </div>
  )
}
