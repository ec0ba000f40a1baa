import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reason } from '@/api/records'
import { LotTag } from '../lot-tag'
import { StatusPill, type Tone } from '../status-pill'
import styles from './completeness.module.css'
import { byClass, type ReasonClass } from './reason-class'

const TONES: Record<ReasonClass, Tone> = {
  missing: 'bad',
  late: 'bad',
  hidden: 'bad',
  estimated: 'warn',
  note: 'note',
}

/** Why an answer is not whole or not exact, by class; each reason opens to its lots and what to do. */
export function ReasonList({ reasons }: { reasons: Reason[] }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.reasons}>
      {byClass(reasons).map(([name, found]) =>
        found.map(reason => (
          <li key={reason.code} data-testid={`reason-${reason.code}`}>
            <details>
              <summary>
                <StatusPill tone={TONES[name]}>{t(`doubt.class.${name}`)}</StatusPill>
                <span>{reason.message}</span>
                {reason.count > 0 && <small>{t('doubt.on_lots', { count: reason.count })}</small>}
              </summary>
              <Remedy reason={reason} />
            </details>
          </li>
        )),
      )}
    </ul>
  )
}

const FIRST = 12

function Remedy({ reason }: { reason: Reason }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const shown = all ? reason.lots : reason.lots.slice(0, FIRST)
  return (
    <div className={styles.remedy}>
      <p>{t([`doubt.todo.${reason.code}`, 'doubt.todo.other'])}</p>
      {shown.map(lot => (
        <span key={lot.id} className={styles.lot}>
          <LotTag lot={lot} />
        </span>
      ))}
      {shown.length < reason.lots.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t('action.show_more', { count: reason.lots.length - shown.length })}
        </button>
      )}
    </div>
  )
}
