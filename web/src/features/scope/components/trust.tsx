import { useTranslation } from 'react-i18next'
import type { Scope, ScopeAsked } from '@/api/records'
import { FoldPanel } from '@/kit/fold-panel'
import { SwitchField } from '@/kit/switch-field'
import { TimeField } from '@/kit/time-field'
import styles from './narrowing.module.css'

interface Props {
  asked: ScopeAsked
  scope: Scope | undefined
  onChange: (words: Record<string, string | null>) => void
}

/** Since when the lots are suspect, whether recorded times are trusted, and which record is asked. */
export function Trust({ asked, scope, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <FoldPanel title={t('scope.trust.title')} open={asked.plain} testId="trust-open">
      <div className={styles.trust}>
        <SwitchField
          label={t('scope.trust.plain')}
          hint={
            <>
              {t('scope.trust.plain_hint')}{' '}
              {scope && (
                <b data-testid="plain-more">
                  {t(asked.plain ? 'scope.trust.plain_on' : 'scope.trust.plain_more', {
                    count: scope.plain_more,
                  })}
                </b>
              )}
            </>
          }
          on={asked.plain}
          onChange={on => onChange({ plain: on ? '1' : null })}
          testId="plain-switch"
        />
        <div className={styles.times}>
          {(['since', 'recorded', 'happened'] as const).map(name => (
            <TimeField
              key={name}
              label={t(name === 'since' ? 'scope.trust.since' : `reading.${name}`)}
              hint={t(name === 'since' ? 'scope.trust.since_hint' : `reading.hint.${name}`)}
              value={asked[name]}
              onChange={at => onChange({ [name]: at })}
              testId={`scope-${name}`}
            />
          ))}
        </div>
      </div>
    </FoldPanel>
  )
}
