import { useTranslation } from 'react-i18next'
import type { Scope } from '@/api/records'
import { Completeness } from '@/kit/completeness/completeness'
import { FatePanel } from './fate-panel'
import styles from './figures.module.css'
import { Headline } from './headline'

/** How far it reaches, how sure that is, and where all of the suspect quantity is. */
export function Figures({ scope, busy }: { scope: Scope; busy: boolean }) {
  const { t } = useTranslation()
  return (
    <div className={styles.figures} aria-busy={busy} data-testid="scope-figures">
      <Headline scope={scope} />
      <Completeness
        told={scope}
        counts={[t('scope.count.suspects', { count: scope.suspects.length })]}
      />
      <FatePanel fates={scope.fates} />
    </div>
  )
}
