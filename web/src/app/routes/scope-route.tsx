import { useTranslation } from 'react-i18next'
import { useMay } from '@/features/access/api/me'
import { WhyButton } from '@/features/genealogy/components/why-button'
import { HoldButton } from '@/features/quality/components/hold-button'
import ScopePage from '@/features/scope/routes/scope-page'

/** The blast radius, with the hold and the explanation that other rooms give. */
export default function ScopeRoute() {
  const { t } = useTranslation()
  const mayHold = useMay('hold.write')
  return (
    <ScopePage
      renderHold={lots =>
        mayHold && <HoldButton lots={lots} label={t('scope.hold_all', { count: lots.length })} />
      }
      renderWhy={(goal, starts, asOf) => <WhyButton starts={starts} goal={goal} asOf={asOf} />}
    />
  )
}
