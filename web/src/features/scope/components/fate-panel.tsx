import { useTranslation } from 'react-i18next'
import type { Fate } from '@/api/records'
import { Panel } from '@/kit/panel'
import { SumBar } from '@/kit/sum-bar/sum-bar'

/** Where all of the suspect quantity is now, one sum for each dimension it is counted in. */
export function FatePanel({ fates }: { fates: Fate[] }) {
  const { t } = useTranslation()
  return fates.map(fate => (
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
