import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { Hit } from '@/api/records'
import { searchQueryOptions } from '@/features/search/api/search'
import { HitPageList } from '@/features/search/components/hit-page-list'
import { UnderstoodLine } from '@/features/search/components/understood-line'
import { EmptyState } from '@/kit/empty-state'
import { Failure } from '@/kit/failure'
import { ThingIcon } from '@/kit/icons/thing-icon'
import { PageFrame } from '@/kit/page-frame'
import { Panel } from '@/kit/panel'
import { ScopeLink } from '@/kit/scope-link'
import { Skeleton } from '@/kit/skeleton'
import { readRecentLots } from '@/lib/recent-lots'
import styles from './trace-page.module.css'

/** Where a trace begins: what the search found, how to search, and the lots opened last. */
export default function TracePage() {
  const { t } = useTranslation()
  const [params] = useSearchParams()
  const wanted = params.get('q')?.trim() ?? ''
  return (
    <PageFrame title={t('room.trace')} lead={t('trace.lead')}>
      {wanted ? <Found wanted={wanted} /> : <HowTo />}
      <Recent />
    </PageFrame>
  )
}

function Found({ wanted }: { wanted: string }) {
  const { t } = useTranslation()
  const found = useQuery(searchQueryOptions(wanted, 50))
  if (found.error) return <Failure error={found.error} onRetry={() => found.refetch()} />
  const hits = found.data?.items ?? []
  return (
    <Panel
      title={t('trace.candidates', { text: wanted, count: hits.length })}
      extra={<ScopeLink lots={hits.filter(isLot).map(hit => hit.id)} />}
      flush
    >
      {found.isPending && <Skeleton rows={4} />}
      <UnderstoodLine understood={found.data?.understood} />
      {found.data && hits.length === 0 && (
        <EmptyState title={t('trace.none', { text: wanted })} hint={t('trace.none_hint')} />
      )}
      <HitPageList hits={hits} />
    </Panel>
  )
}

/** What a blast radius can start from. */
function isLot({ kind }: Hit): boolean {
  return kind === 'lot' || kind === 'supplier_lot' || kind === 'item' || kind === 'logistic_unit'
}

function HowTo() {
  const { t } = useTranslation()
  return (
    <ul className={styles.ways}>
      {(['lot', 'supplier_lot', 'logistic_unit', 'reference'] as const).map(kind => (
        <li key={kind}>
          <ThingIcon kind={kind} size={22} />
          <strong>{t(`trace.way.${kind}`)}</strong>
          <span>{t(`trace.way_hint.${kind}`)}</span>
        </li>
      ))}
    </ul>
  )
}

function Recent() {
  const { t } = useTranslation()
  const lots = readRecentLots()
  if (lots.length === 0) return null
  return (
    <Panel title={t('trace.recent')}>
      <ul className={styles.recent}>
        {lots.map(lot => (
          <li key={lot.id}>
            <Link to={`/lots/${lot.id}`}>
              <ThingIcon kind={lot.kind} size={16} />
              <strong>{lot.code}</strong>
              <span>{lot.product}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
