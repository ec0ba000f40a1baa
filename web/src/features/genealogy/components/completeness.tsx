import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reason } from '@/api/records'
import { LotTag } from '@/kit/lot-tag'
import { groupDigits } from '@/lib/quantity'
import styles from './completeness.module.css'

interface Told {
  complete: boolean
  exact: boolean
  reasons: Reason[]
  took_ms: number
}

/** Whether the answer is whole, and if not why – always beside the answer, with the time it took. */
export function Completeness({ told, counts }: { told: Told; counts: string[] }) {
  const { t } = useTranslation()
  const state = !told.complete ? 'incomplete' : told.exact ? 'complete' : 'inexact'
  return (
    <div className={styles.banner} data-state={state} data-testid="trace-complete" role="status">
      <p className={styles.line}>
        <span className={styles.sign} aria-hidden="true">
          {state === 'complete' ? '✓' : '!'}
        </span>
        <strong>{t(`trace.${state}`)}</strong>
        {counts.map(count => (
          <span key={count}>{count}</span>
        ))}
        <span className={styles.took}>
          {t('trace.took', { ms: groupDigits(String(told.took_ms)) })}
        </span>
      </p>
      {told.reasons.length > 0 && (
        <ul>
          {told.reasons.map(reason => (
            <ReasonLine key={reason.code} reason={reason} />
          ))}
        </ul>
      )}
    </div>
  )
}

const FIRST = 4

function ReasonLine({ reason }: { reason: Reason }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const shown = all ? reason.lots : reason.lots.slice(0, FIRST)
  return (
    <li>
      {reason.message}{' '}
      {shown.map(lot => (
        <span key={lot.id} className={styles.lot}>
          <LotTag lot={lot} />
        </span>
      ))}
      {shown.length < reason.lots.length && (
        <button type="button" onClick={() => setAll(true)}>
          {t('action.show_more', { count: reason.lots.length - shown.length })}
        </button>
      )}
    </li>
  )
}
