import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '@/kit/failure'
import { SideSheet } from '@/kit/side-sheet'
import { Skeleton } from '@/kit/skeleton'
import type { AsOf } from '@/lib/as-of'
import { useWhy } from '../api/why'
import styles from './why-button.module.css'
import { WhyPath } from './why-path'

interface Props {
  starts: string[]
  goal: { id: string; code: string }
  asOf: AsOf
}

/** Opens the path that explains why a lot is in an answer. */
export function WhyButton({ starts, goal, asOf }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles.why}
        onClick={() => setOpen(true)}
        aria-label={t('why.title', { code: goal.code })}
        data-testid="why-button"
      >
        {t('why.action')}
      </button>
      {open && (
        <SideSheet
          title={t('why.title', { code: goal.code })}
          onClose={() => setOpen(false)}
          testId="why-sheet"
        >
          <Answer starts={starts} goal={goal.id} asOf={asOf} />
        </SideSheet>
      )}
    </>
  )
}

function Answer({ starts, goal, asOf }: { starts: string[]; goal: string; asOf: AsOf }) {
  const why = useWhy(starts, goal, asOf)
  if (why.error) return <Failure error={why.error} onRetry={() => why.refetch()} />
  return why.data ? <WhyPath why={why.data} /> : <Skeleton rows={7} />
}
