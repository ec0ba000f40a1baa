import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ListPanel, pagedRows } from '@/kit/data-table/list-panel'
import { ExportButton } from '@/kit/export-button'
import { PageFrame } from '@/kit/page-frame'
import { useAttempts } from '../api/attempts'
import { attemptColumns } from '../components/attempt-columns'

/** Refused attempts: what somebody wanted to record and why the door did not let it pass. */
export default function AttemptListPage() {
  const { t } = useTranslation()
  const attempts = useAttempts()
  const columns = useMemo(() => attemptColumns(t), [t])
  return (
    <PageFrame
      title={t('room.attempts')}
      lead={t('attempts.lead')}
      extra={
        <ExportButton name={t('room.attempts')} columns={columns} rows={pagedRows(attempts)} />
      }
    >
      <ListPanel
        label={t('room.attempts')}
        answer={attempts}
        columns={columns}
        rowKey={row => row.id}
        empty={{ title: t('attempts.empty'), hint: t('attempts.empty_hint') }}
      />
    </PageFrame>
  )
}
