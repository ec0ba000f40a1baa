import { useTranslation } from 'react-i18next'
import type { EventVerification } from '@/api/records'
import styles from './chain-box.module.css'

/** What was checked and what came of it. */
export function VerifyResult({ result }: { result: EventVerification }) {
  const { t } = useTranslation()
  return (
    <div className={styles.result} data-ok={result.ok} data-testid="verify-result" role="status">
      <p>
        <strong>{t(result.ok ? 'chain.ok' : 'chain.broken')}</strong>
        <small>{t('trace.took', { ms: result.took_ms })}</small>
      </p>
      <ul>
        {result.checks.map(check => (
          <li key={check.name} data-ok={check.ok}>
            <i aria-hidden="true">{check.ok ? '✓' : '✕'}</i>
            <span>
              {t(`check.${check.name}`)}
              {check.detail && <small>{check.detail}</small>}
            </span>
          </li>
        ))}
      </ul>
      {result.hash !== result.recomputed && (
        <p className={styles.difference}>
          {t('chain.recomputed')} <code>{result.recomputed}</code>
        </p>
      )}
    </div>
  )
}
