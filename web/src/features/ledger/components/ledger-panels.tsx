import { useTranslation } from 'react-i18next'
import type { LedgerStanding } from '@/api/records'
import { CodeText } from '@/kit/code-text'
import { Panel } from '@/kit/panel'
import { StatusPill } from '@/kit/status-pill'
import { TimeText } from '@/kit/time-text'
import { groupDigits } from '@/lib/quantity'
import styles from './ledger-panels.module.css'
import { auditHead } from './protection'

/** The folders outside the database that the checkpoints go to, and what hinders one. */
export function ExportsPanel({ standing }: { standing: LedgerStanding }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('ledger.exports')}>
      <ul className={styles.rows}>
        {standing.exports.map(({ folder, number, at, fault, behind }) => (
          <li key={folder}>
            <span className={styles.line}>
              <code className={styles.code}>{folder}</code>
              <StatusPill tone={fault ? 'bad' : behind > 0 ? 'warn' : 'good'}>
                {behind > 0 ? t('ledger.behind', { count: behind }) : t('ledger.up_to_date')}
              </StatusPill>
            </span>
            <span className={styles.quiet}>
              {number > 0 ? `# ${number} · ` : `${t('ledger.nothing_exported')} `}
              {at && <TimeText at={at} style="second" />}
            </span>
            {fault && <span className={styles.fault}>{fault}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The stretches of history between restores; a restore that nobody declared would be found. */
export function EpochsPanel({ standing }: { standing: LedgerStanding }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('ledger.epochs')}>
      <ul className={styles.rows}>
        {standing.epochs.map(({ number, since, reason, actor, from_size, lost_size }) => (
          <li key={number}>
            <span className={styles.line}>
              <strong>{t('ledger.epoch', { number })}</strong>
              <TimeText at={since} style="second" />
            </span>
            <span className={styles.quiet}>
              {reason === null
                ? t('ledger.first_epoch')
                : t('ledger.restored', {
                    reason,
                    actor,
                    size: groupDigits(String(from_size)),
                    lost: groupDigits(String(lost_size)),
                  })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The chain of keys: each new one signed by the one before. */
export function KeysPanel({ standing }: { standing: LedgerStanding }) {
  const { t } = useTranslation()
  return (
    <Panel
      title={t('ledger.keys')}
      extra={!standing.can_sign && <StatusPill tone="bad">{t('ledger.cannot_sign')}</StatusPill>}
    >
      <ul className={styles.rows}>
        {standing.keys.map(({ number, key_id, alg, at, after, public: half }) => (
          <li key={number}>
            <span className={styles.line}>
              <strong>
                {t(number === 1 ? 'ledger.first_key' : 'ledger.rotated_key', { number })} · {alg}
              </strong>
              <TimeText at={at} style="second" />
            </span>
            <CodeText value={key_id} />
            <span className={styles.quiet}>
              {t('ledger.signs_after', { number: after })} · {t('ledger.public_half')}{' '}
              <code className={styles.code}>{half}</code>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Where the trail of configuration changes stood under the last checkpoint. */
export function AuditPanel({ standing }: { standing: LedgerStanding }) {
  const { t } = useTranslation()
  const head = standing.checkpoint && auditHead(standing.checkpoint.text)
  if (!head) return null
  return (
    <Panel title={t('ledger.audit')}>
      <p className={styles.quiet}>
        {t('ledger.audit_head', { seq: groupDigits(String(head.seq)) })}
      </p>
      <CodeText value={head.hash} />
    </Panel>
  )
}
