import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerStanding } from '@/api/records'
import { ListPanel, pagedRows } from '@/kit/data-table/list-panel'
import { ExportButton } from '@/kit/export-button'
import { Failure } from '@/kit/failure'
import { PageFrame } from '@/kit/page-frame'
import { Panel } from '@/kit/panel'
import { Skeleton } from '@/kit/skeleton'
import { useCheckpoints } from '../api/checkpoints'
import { useStanding } from '../api/standing'
import { checkpointColumns } from '../components/checkpoint-columns'
import { LedgerFigures } from '../components/ledger-figures'
import { AuditPanel, EpochsPanel, ExportsPanel, KeysPanel } from '../components/ledger-panels'
import { ProofPanel, ProvenPanel } from '../components/proof-panels'
import { lastExported, protectionOf } from '../components/protection'
import { ProtectionBar } from '../components/protection-bar'
import { VerdictCard } from '../components/verdict-card'
import styles from './ledger-page.module.css'

interface Props {
  mayVerify: boolean
  renderProof?: (event: string) => ReactNode
}

/** Is the record whole, how do we know, and how far does that knowledge reach? */
export default function LedgerPage(props: Props) {
  const { t } = useTranslation()
  const { data, error, refetch } = useStanding()
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  return (
    <PageFrame title={t('room.ledger')} lead={t('ledger.lead')}>
      {data ? (
        <Standing standing={data} {...props} />
      ) : (
        <Panel>
          <Skeleton rows={10} />
        </Panel>
      )}
    </PageFrame>
  )
}

function Standing({ standing, mayVerify, renderProof }: Props & { standing: LedgerStanding }) {
  const { t } = useTranslation()
  const checkpoints = useCheckpoints()
  const rows = pagedRows(checkpoints)
  const columns = useMemo(() => checkpointColumns(t, standing), [t, standing])
  const number = lastExported(standing)
  const size = [standing.checkpoint, ...rows].find(one => one?.number === number)?.size ?? null
  return (
    <>
      <VerdictCard standing={standing} mayVerify={mayVerify} />
      <LedgerFigures standing={standing} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Panel title={t('ledger.protection')}>
            <ProtectionBar protection={protectionOf(standing, size)} />
          </Panel>
          <ExportsPanel standing={standing} />
          <EpochsPanel standing={standing} />
        </div>
        <div className={styles.main}>
          <ProvenPanel />
          {renderProof && <ProofPanel renderProof={renderProof} />}
        </div>
      </div>
      <div className={styles.head}>
        <h2>{t('ledger.checkpoints')}</h2>
        <ExportButton name={t('ledger.checkpoints')} columns={columns} rows={rows} />
      </div>
      <ListPanel
        label={t('ledger.checkpoints')}
        answer={checkpoints}
        columns={columns}
        rowKey={row => String(row.number)}
        empty={{ title: t('ledger.no_checkpoints'), hint: t('ledger.no_checkpoints_hint') }}
      />
      <div className={styles.columns}>
        <KeysPanel standing={standing} />
        <AuditPanel standing={standing} />
      </div>
    </>
  )
}
