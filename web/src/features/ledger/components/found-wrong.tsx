import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { LedgerVerification } from '@/api/records'
import { TimeText } from '@/kit/time-text'
import { groupDigits } from '@/lib/quantity'
import styles from './found-wrong.module.css'

const SHOWN = 20

/** What the run that was just asked for looked at and found: the first bad event, and between when it was changed. */
export function FoundWrong({ result }: { result: LedgerVerification }) {
  const { t } = useTranslation()
  const { scope, window, first_bad: bad, findings, unprotected, notes } = result
  const number = (value: number) => groupDigits(String(value))
  return (
    <div className={styles.found} data-testid="ledger-result" data-intact={result.intact}>
      {scope && (
        <p>
          {t('ledger.scope', {
            hashed: number(scope.hashed),
            checkpoints: number(scope.checkpoints),
            exported: number(scope.exported),
            audit: number(scope.audit),
            files: number(scope.files),
          })}
        </p>
      )}
      {result.projections.length > 0 && (
        <p>{t('ledger.replayed', { names: result.projections.join(', ') })}</p>
      )}
      {bad && (
        <p className={styles.bad}>
          {t('ledger.first_bad')}{' '}
          {bad.event_id ? <Link to={`/events/${bad.event_id}`}>{bad.event_id}</Link> : bad.stream} –{' '}
          {bad.detail}
        </p>
      )}
      {window && (
        <p>
          {t('ledger.window', {
            after: number(window.after),
            before: window.before === null ? t('ledger.now') : number(window.before),
          })}{' '}
          {window.after_at && <TimeText at={window.after_at} style="second" />}
          {window.before_at && (
            <>
              {' – '}
              <TimeText at={window.before_at} style="second" />
            </>
          )}
        </p>
      )}
      {findings.length > 1 && (
        <details>
          <summary>{t('ledger.findings', { count: findings.length })}</summary>
          <ul>
            {findings.slice(0, SHOWN).map(finding => (
              <li key={`${finding.check}${finding.event_id}${finding.detail}`}>
                {t(`ledger.wrong.${finding.check}`, { defaultValue: finding.check })}:{' '}
                {finding.detail}
              </li>
            ))}
          </ul>
        </details>
      )}
      {unprotected !== null && unprotected > 0 && (
        <p>{t('ledger.unprotected', { count: unprotected, events: number(unprotected) })}</p>
      )}
      {notes.map(note => (
        <p key={note}>{t(`ledger.note.${note}`, { defaultValue: note })}</p>
      ))}
    </div>
  )
}
