import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Share, Shares } from '@/api/records'
import { Completeness } from '@/kit/completeness/completeness'
import { EmptyState } from '@/kit/empty-state'
import { ExportButton } from '@/kit/export-button'
import { Failure } from '@/kit/failure'
import { Panel } from '@/kit/panel'
import { ShareBar } from '@/kit/share-bar'
import { Skeleton } from '@/kit/skeleton'
import { percentOf } from '@/lib/decimal'
import { useAsOf } from '@/lib/use-as-of'
import { useShares } from '../api/shares'
import { ReadingBar } from './reading-bar'
import { shareColumns } from './share-columns'
import { ShareTable } from './share-table'
import styles from './shares-view.module.css'

/** What a lot is made of, and how much of it is in what came of it. */
export function SharesView({ lot }: { lot: string }) {
  const [asOf] = useAsOf()
  const shares = useShares(lot, asOf)
  if (shares.error && !shares.data)
    return <Failure error={shares.error} onRetry={() => shares.refetch()} />
  return (
    <div className={styles.shares}>
      <div className={styles.tools}>
        <ReadingBar />
        {shares.data && <Completeness told={shares.data} />}
      </div>
      {shares.data ? (
        <Sides shares={shares.data} />
      ) : (
        <Panel>
          <Skeleton rows={8} />
        </Panel>
      )}
    </div>
  )
}

function Sides({ shares }: { shares: Shares }) {
  const { t } = useTranslation()
  return (
    <div className={styles.sides}>
      <Side
        side="back"
        name={shares.start.code}
        rows={shares.backward}
        unknown={<Unknown shares={shares} />}
        note={t('shares.overlap')}
      />
      <Side side="forward" name={shares.start.code} rows={shares.forward} />
    </div>
  )
}

interface SideProps {
  side: 'back' | 'forward'
  name: string
  rows: Share[]
  unknown?: ReactNode
  note?: string
}

function Side({ side, name, rows, unknown, note }: SideProps) {
  const { t } = useTranslation()
  const title = t(`shares.${side}.title`, { count: rows.length })
  return (
    <Panel
      title={title}
      extra={<ExportButton name={`${name}-${title}`} columns={shareColumns(t, side)} rows={rows} />}
    >
      <p className={styles.lead}>{t(`shares.${side}.lead`, { code: name })}</p>
      {unknown}
      {rows.length === 0 ? (
        <EmptyState title={t(`shares.${side}.none`)} />
      ) : (
        <ShareTable side={side} rows={rows} />
      )}
      {note && rows.length > 0 && <p className={styles.note}>{note}</p>}
    </Panel>
  )
}

function Unknown({ shares }: { shares: Shares }) {
  const { t } = useTranslation()
  const percent = percentOf(shares.unknown)
  if (percent === null) return <p className={styles.note}>{t('shares.no_unit')}</p>
  if (Number(percent) === 0) return null
  return (
    <p className={styles.unknown} data-testid="share-unknown">
      <span>{t('shares.unknown')}</span>
      <ShareBar percent={percent} tone="unknown" />
    </p>
  )
}
