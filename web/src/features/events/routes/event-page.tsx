import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { EventDetail } from '@/api/records'
import { DataTable } from '@/kit/data-table/data-table'
import { Failure } from '@/kit/failure'
import { MeasurementBar } from '@/kit/measurement-bar'
import { PageFrame } from '@/kit/page-frame'
import { Panel } from '@/kit/panel'
import { Skeleton } from '@/kit/skeleton'
import { TimeText } from '@/kit/time-text'
import { whereText } from '@/lib/where'
import { useEvent } from '../api/event'
import { ChainBox } from '../components/chain-box'
import { EventFieldList } from '../components/event-field-list'
import { FlagNotes } from '../components/flag-notes'
import { lineColumns } from '../components/line-columns'
import { SourceBox } from '../components/source-box'
import styles from './event-pages.module.css'

/** One event with all it says, and the proof that it still says what was written. */
export default function EventPage() {
  const { t } = useTranslation()
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
      lead={<Lead event={data} />}
    >
      <div className={styles.columns}>
        <div className={styles.main}>
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
          <ChainBox event={data} />
          <SourceBox title={t('event.epcis')} document={data.epcis} />
          <SourceBox title={t('event.source')} document={data.source} />
        </div>
      </div>
    </PageFrame>
  )
}

function Lead({ event }: { event: EventDetail }) {
  return (
    <>
      <TimeText at={event.event_time} style="second" />
      {[whereText(event), event.operator || event.actor].filter(Boolean).map(text => ` · ${text}`)}
    </>
  )
}
