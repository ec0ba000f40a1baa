import { useTranslation } from 'react-i18next'
import type { Fate } from '@/api/records'
import { EmptyState } from '@/kit/empty-state'
import { Panel } from '@/kit/panel'
import { SumBar } from '@/kit/sum-bar/sum-bar'
import { isAny } from '@/lib/quantity'

/** Where all of the suspect quantity is now, one sum for each dimension it is counted in. */
export function FatePanel({ fates }: { fates: Fate[] }) {
  const { t } = useTranslation()
  const told = fates.filter(fate => isAny(fate.suspect) || isAny(fate.residual))
  if (told.length === 0) {
    return (
      <Panel>
        <EmptyState title={t('scope.no_fate')} hint={t('scope.no_fate_hint')} />
      </Panel>
    )
  }
  return told.map(fate => (
    <Panel
      key={fate.dimension}
      title={t('scope.fate', {
        dimension: t(`dimension.${fate.dimension}`, { defaultValue: fate.dimension }),
      })}
    >
      <SumBar whole={fate.suspect} parts={fate.parts} residual={fate.residual} />
    </Panel>
  ))
}
