import { useTranslation } from 'react-i18next'
import { Panel } from '@/kit/panel'
import styles from './change-list.module.css'
import type { Fact } from './facts'

/** Everything a record says, struck through: none of it happened. */
export function StruckEvent({ facts }: { facts: Fact[] }) {
  const { t } = useTranslation()
  return (
    <Panel title={t('correction.struck')}>
      <dl className={`${styles.changes} ${styles.struck}`}>
        {facts
          .filter(fact => fact.text)
          .map(({ key, label, text }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                <del data-testid="old-value">{text}</del>
              </dd>
            </div>
          ))}
      </dl>
    </Panel>
  )
}
