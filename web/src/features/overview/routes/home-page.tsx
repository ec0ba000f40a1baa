import { useTranslation } from 'react-i18next'
import { Failure } from '@/kit/failure'
import { PageFrame } from '@/kit/page-frame'
import { Panel } from '@/kit/panel'
import { Skeleton } from '@/kit/skeleton'
import { Timeline } from '@/kit/timeline/timeline'
import { useOverview } from '../api/overview'
import { ComplaintList } from '../components/complaint-list'
import { DayChart } from '../components/day-chart'
import { FigureRow } from '../components/figure-row'
import { LatencyTable } from '../components/latency-table'
import styles from './home-page.module.css'

/** What wants attention, then how the plant is doing. */
export default function HomePage({ mayAttempts }: { mayAttempts: boolean }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useOverview()
  return (
    <PageFrame title={t('room.home')} lead={data?.simulated ? t('home.simulated') : t('home.lead')}>
      {error && !data && <Failure error={error} onRetry={refetch} />}
      {!data && !error && (
        <Panel>
          <Skeleton rows={8} />
        </Panel>
      )}
      {data && (
        <>
          <ComplaintList complaints={data.complaints} />
          <FigureRow overview={data} mayAttempts={mayAttempts} />
          <div className={styles.columns}>
            <Panel title={t('home.recent')}>
              <Timeline events={data.recent} compact brief />
            </Panel>
            <div className={styles.side}>
              <Panel title={t('home.days')}>
                <DayChart days={data.days} />
              </Panel>
              <Panel title={t('home.latency')}>
                <LatencyTable rows={data.latency} />
              </Panel>
            </div>
          </div>
        </>
      )}
    </PageFrame>
  )
}
