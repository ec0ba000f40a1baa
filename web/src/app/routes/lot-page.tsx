import { Tabs } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { useMay } from '@/features/access/api/me'
import { GraphView } from '@/features/genealogy/components/graph-view'
import { TraceList } from '@/features/genealogy/components/trace-list'
import { useLot } from '@/features/lots/api/lot'
import { LotBalances } from '@/features/lots/components/lot-balances'
import { LotHeader } from '@/features/lots/components/lot-header'
import { LotTimeline } from '@/features/lots/components/lot-timeline'
import { HoldButton } from '@/features/quality/components/hold-button'
import { ReleaseButton } from '@/features/quality/components/release-button'
import { Failure } from '@/kit/failure'
import { Panel } from '@/kit/panel'
import { Skeleton } from '@/kit/skeleton'
import { rememberLot } from '@/lib/recent-lots'
import { useDocumentTitle } from '@/lib/use-document-title'
import { usePhone } from '@/lib/use-phone'
import { GraphSide } from './graph-side'
import styles from './lot-page.module.css'

/** A lot and its whole life: who it is, where it came from, what became of it. */
export default function LotPage() {
  const { lot = '' } = useParams()
  return <LotRoom key={lot} id={lot} />
}

function LotRoom({ id }: { id: string }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const [params, setParams] = useSearchParams()
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
      children: <GraphView lot={id} renderNode={node => <GraphSide node={node} root={id} />} />,
    },
    mayTrace && { key: 'list', label: t('lot.tab.list'), children: <TraceList lot={id} /> },
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
  return (
    <div className={styles.page}>
      <LotHeader
        lot={lot.data}
        actions={mayHold && <HoldButton lots={[lot.data]} />}
        renderHoldAction={mayRelease ? hold => <ReleaseButton hold={hold} /> : undefined}
      />
      <Tabs
        activeKey={params.get('tab') ?? (phone && mayTrace ? 'list' : tabs[0]?.key)}
        onChange={tab => setParams({ tab }, { replace: true })}
        destroyOnHidden
        items={tabs}
      />
    </div>
  )
}
