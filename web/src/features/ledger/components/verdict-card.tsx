import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LedgerStanding } from '@/api/records'
import { ProblemAlert } from '@/kit/problem-alert'
import { TimeText } from '@/kit/time-text'
import { groupDigits } from '@/lib/quantity'
import { useVerifyLedger } from '../api/verify-ledger'
import { FoundWrong } from './found-wrong'
import styles from './verdict-card.module.css'

type Told = 'intact' | 'tampered' | 'unknown'

/** Is the record whole? The last answer in words, what it looked at, and the button that asks again. */
export function VerdictCard({
  standing,
  mayVerify,
}: {
  standing: LedgerStanding
  mayVerify: boolean
}) {
  const { t } = useTranslation()
  const verify = useVerifyLedger()
  const [deep, setDeep] = useState(false)
  const last = standing.verification
  const intact = verify.data?.intact ?? last?.intact
  const told: Told = intact === undefined ? 'unknown' : intact ? 'intact' : 'tampered'
  return (
    <section className={styles.card} data-told={told} data-testid="ledger-verdict">
      <div className={styles.words} role="status">
        <h2>{t(`ledger.verdict.${told}`)}</h2>
        {last ? (
          <p>
            {t('ledger.last')} <TimeText at={last.at} style="second" /> ·{' '}
            {t('ledger.looked_at', {
              events: groupDigits(String(last.events)),
              hashed: groupDigits(String(last.hashed)),
              trusted: groupDigits(String(last.trusted)),
              seconds: last.seconds,
            })}{' '}
            {t(last.projections ? 'ledger.with_projections' : 'ledger.without_projections')}
          </p>
        ) : (
          <p>{t('ledger.never_verified')}</p>
        )}
        {last?.first_finding && !verify.data && (
          <p className={styles.finding}>{last.first_finding}</p>
        )}
        {verify.data && <FoundWrong result={verify.data} />}
        {verify.error && <ProblemAlert error={verify.error} onRetry={() => verify.mutate(deep)} />}
      </div>
      {mayVerify && (
        <div className={styles.ask}>
          <Button
            type="primary"
            loading={verify.isPending}
            onClick={() => verify.mutate(deep)}
            data-testid="ledger-verify"
          >
            {t('ledger.verify')}
          </Button>
          <Checkbox
            checked={deep}
            disabled={verify.isPending}
            onChange={event => setDeep(event.target.checked)}
          >
            {t('ledger.deep')}
          </Checkbox>
        </div>
      )}
    </section>
  )
}
