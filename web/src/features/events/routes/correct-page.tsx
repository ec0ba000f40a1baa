import { Segmented } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { Corrected, EventDetail } from '@/api/records'
import { EmptyState } from '@/kit/empty-state'
import { Failure } from '@/kit/failure'
import { PageFrame } from '@/kit/page-frame'
import { Panel } from '@/kit/panel'
import { Skeleton } from '@/kit/skeleton'
import { useLanguage } from '@/lib/use-language'
import { useCorrectEvent } from '../api/correct-event'
import { useEvent } from '../api/event'
import { useMasters } from '../api/masters'
import { isCorrectable } from '../components/correction/anatomy'
import { captureBody } from '../components/correction/capture-body'
import { changesOf } from '../components/correction/changes'
import { CorrectionDone } from '../components/correction/correction-done'
import { CorrectionForm } from '../components/correction/correction-form'
import { CorrectionReview } from '../components/correction/correction-review'
import { draftOf, type Masters } from '../components/correction/draft-of-event'
import { factsOf } from '../components/correction/facts'
import { faultsOf } from '../components/correction/faults'
import { StruckEvent } from '../components/correction/struck-event'
import { EventLead } from '../components/event-lead'
import styles from './event-pages.module.css'

/** Say that a record is wrong, and what really happened; nothing is overwritten. */
export default function CorrectPage() {
  const { event = '' } = useParams()
  return <Room key={event} id={event} />
}

function Room({ id }: { id: string }) {
  const { t } = useTranslation()
  const correct = useCorrectEvent(id)
  const event = useEvent(id)
  const masters = useMasters()
  const failed = event.error ?? masters.error
  if (failed) {
    const again = () => {
      event.refetch()
      masters.refetch()
    }
    return <Failure error={failed} onRetry={again} />
  }
  if (!event.data || !masters.data) {
    return (
      <Panel>
        <Skeleton rows={10} />
      </Panel>
    )
  }
  if (correct.data) return <Done event={event.data} corrected={correct.data} />
  if (!isCorrectable(event.data.kind) || event.data.voided_by) {
    return (
      <EmptyState
        title={t(event.data.voided_by ? 'correction.already' : 'correction.not_this_kind')}
        hint={t('correction.not_this_hint')}
      >
        <Link to={`/events/${id}`}>{t('correction.open_old')}</Link>
      </EmptyState>
    )
  }
  return <Desk event={event.data} masters={masters.data} correct={correct} />
}

interface DeskProps {
  event: EventDetail
  masters: Masters
  correct: ReturnType<typeof useCorrectEvent>
}

function Desk({ event, masters, correct }: DeskProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [keys] = useState(() => ({ declare: crypto.randomUUID(), replace: crypto.randomUUID() }))
  const [recorded] = useState(() => draftOf(event, masters))
  const [draft, setDraft] = useState(recorded)
  const [never, setNever] = useState(false)
  const old = useMemo(() => factsOf(t, language, recorded), [t, language, recorded])
  const changes = changesOf(old, factsOf(t, language, draft))
  return (
    <Frame event={event}>
      <div className={styles.columns}>
        <div className={styles.main}>
          <div>
            <Segmented
              aria-label={t('correction.which')}
              value={never ? 'never' : 'wrong'}
              onChange={value => setNever(value === 'never')}
              options={[
                { value: 'wrong', label: t('correction.wrong') },
                { value: 'never', label: t('correction.never') },
              ]}
            />
          </div>
          {never && <StruckEvent facts={old} />}
          {!never && (
            <CorrectionForm
              recorded={recorded}
              draft={draft}
              masters={masters}
              changes={changes}
              onChange={setDraft}
            />
          )}
        </div>
        <div className={styles.beside}>
          <CorrectionReview
            never={never}
            changes={changes}
            faults={never ? [] : faultsOf(draft)}
            pending={correct.isPending}
            error={correct.error}
            onSend={why =>
              correct.mutate({
                ...why,
                client_id: keys.declare,
                replacement: never ? null : captureBody(event, draft, keys.replace),
              })
            }
          />
        </div>
      </div>
    </Frame>
  )
}

function Done({ event, corrected }: { event: EventDetail; corrected: Corrected }) {
  return (
    <Frame event={event}>
      <CorrectionDone event={event.id} lots={lotsOf(event)} corrected={corrected} />
    </Frame>
  )
}

function Frame({ event, children }: { event: EventDetail; children: ReactNode }) {
  const { t } = useTranslation()
  const kind = t(`kind.${event.kind}`, { defaultValue: event.kind })
  return (
    <PageFrame title={t('correction.title', { kind })} lead={<EventLead event={event} />}>
      {children}
    </PageFrame>
  )
}

function lotsOf(event: EventDetail) {
  const lots = event.lines.flatMap(line => line.lot ?? [])
  return [...new Map(lots.map(lot => [lot.id, lot])).values()]
}
