import { Tabs } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { useMay } from '@/features/access/api/me'
import { GraphView } from '@/features/genealogy/components/graph-view'
import { SharesView } from '@/features/genealogy/components/shares-view'
import { TraceList } from '@/features/genealogy/components/trace-list'
import { useLot } from '@/features/lots/api/lot'
import { LotBalances } from '@/features/lots/components/lot-balances'
import { LotHeader } from '@/features/lots/components/lot-header'
import { LotTimeline } from '@/features/lots/components/lot-timeline'
import { HoldButton } from '@/features/quality/components/hold-button'
import { ReleaseButton } from '@/features/quality/components/release-button'
import { Failure } from '@/kit/failure'
import { Panel } from '@/kit/panel'
import { ReadingNotice } from '@/kit/reading-notice'
import { ScopeLink } from '@/kit/scope-link'
import { Skeleton } from '@/kit/skeleton'
import { NOW_WORDS, withWords } from '@/lib/as-of'
import { rememberLot } from '@/lib/recent-lots'
import { useAsOf } from '@/lib/use-as-of'
import { useDocumentTitle } from '@/lib/use-document-title'
import { usePhone } from '@/lib/use-phone'
import { GraphSide } from './graph-side'
import styles from './lot-page.module.css'

/** The tabs that can show another time than the present. */
const READ_AS_ASKED = new Set(['graph', 'list', 'shares'])

/** A lot and its whole life: who it is, where it came from, what became of it. */
export default function LotPage() {
  const { lot = '' } = useParams()
  return <LotRoom key={lot} id={lot} />
}

function LotRoom({ id }: { id: string }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const [params, setParams] = useSearchParams()
  const [asOf, setAsOf] = useAsOf()
  const lot = useLot(id)
  const mayHold = useMay('hold.write')
  const mayRelease = useMay('hold.release')
  const mayTrace = useMay('trace.read')
  const mayEvents = useMay('events.read')
  useDocumentTitle(lot.data?.code ?? '')
  useEffect(() => {
    if (!lot.data) return
    const { code, kind, product } = lot.data
    rememberLot({ id, code, kind, product: product?.name ?? '' })
  }, [lot.data, id])
  if (lot.error && !lot.data) return <Failure error={lot.error} onRetry={() => lot.refetch()} />
  if (!lot.data) {
    return (
      <Panel>
        <Skeleton rows={7} />
      </Panel>
    )
  }
  const tabs = [
    mayTrace && {
      key: 'graph',
      label: t('lot.tab.graph'),
      children: (
        <GraphView lot={id} renderNode={node => <GraphSide node={node} root={id} asOf={asOf} />} />
      ),
    },
    mayTrace && { key: 'list', label: t('lot.tab.list'), children: <TraceList lot={id} /> },
    mayTrace && { key: 'shares', label: t('lot.tab.shares'), children: <SharesView lot={id} /> },
    mayEvents && {
      key: 'events',
      label: t('lot.tab.events'),
      children: (
        <Panel>
          <LotTimeline lot={id} />
        </Panel>
      ),
    },
    { key: 'balances', label: t('lot.tab.balances'), children: <LotBalances lot={lot.data} /> },
  ].filter(tab => tab !== false)
  const tab = params.get('tab') ?? (phone && mayTrace ? 'list' : tabs[0]?.key)
  return (
    <div className={styles.page}>
      <LotHeader
        lot={lot.data}
        actions={
          <>
            {mayTrace && <ScopeLink lots={[id]} asOf={asOf} />}
            {mayHold && <HoldButton lots={[lot.data]} />}
          </>
        }
        renderHoldAction={mayRelease ? hold => <ReleaseButton hold={hold} /> : undefined}
      />
      {READ_AS_ASKED.has(tab ?? '') && (
        <ReadingNotice asOf={asOf} onReset={() => setAsOf(NOW_WORDS)} />
      )}
      <Tabs
        activeKey={tab}
        onChange={next => setParams(before => withWords(before, { tab: next }), { replace: true })}
        destroyOnHidden
        items={tabs}
      />
    </div>
  )
}
