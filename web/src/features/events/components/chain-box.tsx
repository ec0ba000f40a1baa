import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EventDetail } from '@/api/records'
import { CodeText } from '@/kit/code-text'
import { Panel } from '@/kit/panel'
import { ProblemAlert } from '@/kit/problem-alert'
import { TimeText } from '@/kit/time-text'
import { groupDigits } from '@/lib/quantity'
import { useVerifyEvent } from '../api/verify-event'
import styles from './chain-box.module.css'
import { ProofButton } from './proof-button'
import { VerifyResult } from './verify-result'

/** Where the event stands in its chain of hashes, and the button that has it proved. */
export function ChainBox({ event }: { event: EventDetail }) {
  const { t } = useTranslation()
  const { chain } = event
  const verify = useVerifyEvent(event.id)
  return (
    <Panel title={t('chain.title')}>
      <p className={styles.lead}>{t('chain.lead')}</p>
      <ol className={styles.chain}>
        <li>
          <span>{t('chain.previous')}</span>
          <code title={chain.prev_hash}>{chain.prev_hash || '—'}</code>
        </li>
        <li className={styles.here}>
          <span>
            {t('chain.this')} · {chain.alg}
          </span>
          <CodeText value={chain.hash} />
        </li>
      </ol>
      <dl className={styles.facts}>
        <dt>{t('chain.stream')}</dt>
        <dd>
          {chain.stream} № {groupDigits(String(chain.stream_seq))}
        </dd>
        {chain.position !== null && (
          <>
            <dt>{t('chain.position')}</dt>
            <dd>{groupDigits(String(chain.position))}</dd>
          </>
        )}
        <dt>{t('field.record_time')}</dt>
        <dd>
          <TimeText at={chain.record_time} style="second" />
        </dd>
        <dt>{t('chain.event_id')}</dt>
        <dd>
          <CodeText value={event.id} />
        </dd>
      </dl>
      <Button
        type="primary"
        block
        loading={verify.isPending}
        onClick={() => verify.mutate()}
        data-testid="event-verify"
      >
        {t('chain.verify')}
      </Button>
      {verify.error && <ProblemAlert error={verify.error} onRetry={() => verify.mutate()} />}
      {verify.data && <VerifyResult result={verify.data} />}
      <ProofButton event={event.id} />
    </Panel>
  )
}
