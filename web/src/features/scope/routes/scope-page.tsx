import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Scope, ScopeAsked } from '@/api/records'
import { CopyLink } from '@/kit/copy-link'
import { Failure } from '@/kit/failure'
import { PageFrame } from '@/kit/page-frame'
import { Panel } from '@/kit/panel'
import { ReadingNotice } from '@/kit/reading-notice'
import { Skeleton } from '@/kit/skeleton'
import { type AsOf, NOW_WORDS, readingOf, withWords } from '@/lib/as-of'
import { useScope } from '../api/scope'
import { lotsToHold } from '../components/affected-lots'
import { askedScope } from '../components/asked-scope'
import { ExportScope } from '../components/export-scope'
import { Figures } from '../components/figures'
import { Narrowing } from '../components/narrowing'
import { NoSuspects } from '../components/no-suspects'
import { SuspectBar } from '../components/suspect-bar'
import { Trust } from '../components/trust'
import { Whereabouts } from '../components/whereabouts'
import styles from './scope-page.module.css'

interface Props {
  /** The button that holds lots; nothing for whoever may not. */
  renderHold: (lots: { id: string; code: string }[]) => ReactNode
  /** The button that explains why a lot is in the answer. */
  renderWhy: (goal: { id: string; code: string }, starts: string[], asOf: AsOf) => ReactNode
}

/** The blast radius: where everything that suspect lots became is now, and who has it. */
export default function ScopePage({ renderHold, renderWhy }: Props) {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const asked = askedScope(params)
  const answer = useScope(asked)
  const scope = asked.lots.length > 0 ? answer.data : undefined
  const set = (words: Record<string, string | null>) =>
    setParams(before => withWords(before, words), { replace: true })
  const setLots = (lots: string[]) =>
    setParams(before => {
      const next = new URLSearchParams(before)
      next.delete('lot')
      for (const lot of lots) next.append('lot', lot)
      return next
    })
  return (
    <PageFrame
      title={t('room.scope')}
      lead={t('scope.lead')}
      extra={
        scope && (
          <div className={styles.actions}>
            {renderHold(lotsToHold(scope))}
            <ExportScope asked={asked} />
            <CopyLink />
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              {t('scope.print')}
            </Button>
          </div>
        )
      }
    >
      <SuspectBar lots={asked.lots} known={scope?.suspects ?? []} onChange={setLots} />
      {asked.lots.length === 0 && <NoSuspects onPick={lot => setLots([lot])} />}
      {asked.lots.length > 0 && (
        <>
          <ReadingNotice asOf={readingOf(asked)} onReset={() => set(NOW_WORDS)} />
          {answer.error && <Failure error={answer.error} onRetry={() => answer.refetch()} />}
          {scope && !answer.error && <Figures scope={scope} busy={answer.isFetching} />}
          {answer.isPending && (
            <Panel>
              <Skeleton rows={10} />
            </Panel>
          )}
          <div className={styles.asking} data-narrowed={asked.narrow ? true : undefined}>
            <Narrowing asked={asked} scope={scope} onChange={set} />
            <Trust asked={asked} scope={scope} onChange={set} />
          </div>
          {scope && !answer.error && (
            <Whereabouts
              scope={scope}
              renderWhy={goal => renderWhy(goal, startsOf(asked, scope), readingOf(asked))}
            />
          )}
        </>
      )}
    </PageFrame>
  )
}

/** Where a path may begin: what was asked, and the lots that stand for it. */
function startsOf(asked: ScopeAsked, { suspects }: Scope): string[] {
  return [...new Set([...asked.lots, ...suspects.map(lot => lot.id)])]
}
