import { Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '@/kit/panel'
import styles from './ledger-panels.module.css'

const PROVEN = ['content', 'order', 'roots', 'outside'] as const
const UNPROVEN = ['window', 'incremental', 'truth', 'key'] as const

/** In plain words: what all this proves, and what it does not. */
export function ProvenPanel() {
  const { t } = useTranslation()
  return (
    <Panel title={t('ledger.proven_title')}>
      <ul className={styles.proven}>
        {PROVEN.map(what => (
          <li key={what} data-proven="true">
            <i aria-hidden="true">✓</i>
            <span>{t(`ledger.proven.${what}`)}</span>
          </li>
        ))}
        {UNPROVEN.map(what => (
          <li key={what} data-proven="false">
            <i aria-hidden="true">!</i>
            <span>{t(`ledger.unproven.${what}`)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Take the proof for any event by its number. */
export function ProofPanel({ renderProof }: { renderProof: (event: string) => ReactNode }) {
  const { t } = useTranslation()
  const [event, setEvent] = useState('')
  return (
    <Panel title={t('ledger.proof.title')}>
      <div className={styles.proof}>
        <p className={styles.quiet}>{t('ledger.proof.lead')}</p>
        <Input
          aria-label={t('chain.event_id')}
          placeholder={t('chain.event_id')}
          value={event}
          onChange={change => setEvent(change.target.value.trim())}
          data-testid="proof-event"
        />
        {renderProof(event)}
      </div>
    </Panel>
  )
}
