import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reason } from '@/api/records'
import { groupDigits } from '@/lib/quantity'
import styles from './completeness.module.css'
import { ReasonList } from './reason-list'

interface Told {
  complete: boolean
  exact: boolean
  reasons: Reason[]
  took_ms?: number
}

interface Props {
  told: Told
  counts?: string[]
  children?: ReactNode
}

/** Whether the answer is whole, and if not why – always beside the answer, with the time it took. */
export function Completeness({ told, counts = [], children }: Props) {
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
        {told.took_ms !== undefined && (
          <span className={styles.took}>
            {t('trace.took', { ms: groupDigits(String(told.took_ms)) })}
          </span>
        )}
      </p>
      {told.reasons.length > 0 && <ReasonList reasons={told.reasons} />}
      {children}
    </div>
  )
}
