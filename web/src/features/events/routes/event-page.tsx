import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { DataTable } from '@/kit/data-table/data-table'
import { Failure } from '@/kit/failure'
import { MeasurementBar } from '@/kit/measurement-bar'
import { PageFrame } from '@/kit/page-frame'
import { Panel } from '@/kit/panel'
import { Skeleton } from '@/kit/skeleton'
import { useEvent } from '../api/event'
import { ChainBox } from '../components/chain-box'
import { isCorrectable } from '../components/correction/anatomy'
import { EventFieldList } from '../components/event-field-list'
import { EventLead } from '../components/event-lead'
import { FlagNotes } from '../components/flag-notes'
import { HistoryPanel } from '../components/history/history-panel'
import { VoidBanner } from '../components/history/void-banner'
import { lineColumns } from '../components/line-columns'
import { SourceBox } from '../components/source-box'
import styles from './event-pages.module.css'

/** One event with all it says, and the proof that it still says what was written. */
export default function EventPage({ mayCorrect }: { mayCorrect: boolean }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const { event = '' } = useParams()
  const { data, error, refetch } = useEvent(event)
  if (error && !data) return <Failure error={error} onRetry={refetch} />
  if (!data) {
    return (
      <Panel>
        <Skeleton rows={10} />
      </Panel>
    )
  }
  return (
    <PageFrame
      title={t(`kind.${data.kind}`, { defaultValue: data.kind })}
      lead={<EventLead event={data} />}
      extra={
        mayCorrect &&
        isCorrectable(data.kind) &&
        !data.voided_by && (
          <Button
            icon={<EditOutlined />}
            onClick={() => go(`/events/${data.id}/correct`)}
            data-testid="correct-button"
          >
            {t('correction.action')}
          </Button>
        )
      }
    >
      <VoidBanner event={data} />
      <div className={styles.columns}>
        <div className={data.voided_by ? `${styles.main} ${styles.voided}` : styles.main}>
          <FlagNotes flags={data.flags} />
          <Panel title={t('event.facts')}>
            <EventFieldList event={data} />
          </Panel>
          <Panel title={t('event.lines', { count: data.lines.length })} flush>
            <DataTable
              label={t('event.lines', { count: data.lines.length })}
              columns={lineColumns(t, data.lines)}
              rows={data.lines}
              rowKey={row => String(row.line)}
            />
          </Panel>
          {data.measurements.length > 0 && (
            <Panel title={t('event.measurements')}>
              {data.measurements.map((measurement, index) => (
                <MeasurementBar key={`${measurement.kde}${index + 1}`} measurement={measurement} />
              ))}
            </Panel>
          )}
        </div>
        <div className={styles.main}>
          <HistoryPanel event={data} />
          <ChainBox event={data} />
          <SourceBox title={t('event.epcis')} document={data.epcis} />
          <SourceBox title={t('event.source')} document={data.source} />
        </div>
      </div>
    </PageFrame>
  )
}
