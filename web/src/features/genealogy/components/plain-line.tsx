import { useTranslation } from 'react-i18next'
import { SwitchField } from '@/kit/switch-field'
import { useAsOf } from '@/lib/use-as-of'
import styles from './plain-line.module.css'

interface Props {
  /** How many lots come on top if recorded times are not trusted. */
  more: number
  /** How many of the lots hang on an uncertain link alone. */
  possible: number
}

/** What stands beside the answer: lots that are only possible, and lots that times alone rule out. */
export function PlainLine({ more, possible }: Props) {
  const { t } = useTranslation()
  const [asOf, set] = useAsOf()
  const on = asOf.plain === true
  if (more === 0 && possible === 0 && !on) return null
  return (
    <div className={styles.line}>
      {possible > 0 && (
        <span data-testid="possible-count">{t('doubt.possible', { count: possible })}</span>
      )}
      {(more > 0 || on) && (
        <SwitchField
          label={t(on ? 'doubt.plain_shown' : 'doubt.plain_more', { count: more })}
          on={on}
          onChange={wanted => set({ plain: wanted ? '1' : null })}
          testId="plain-switch"
        />
      )}
    </div>
  )
}
