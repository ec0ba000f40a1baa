import { useCallback } from 'react'
import { useMay } from '@/features/access/api/me'
import HoldListPage from '@/features/quality/routes/hold-list-page'
import { ScopeLink } from '@/kit/scope-link'

/** The list of holds, with the right to release that the reader has. */
export default function HoldsRoute() {
  const mayTrace = useMay('trace.read')
  const renderScope = useCallback((lots: string[]) => <ScopeLink small lots={lots} />, [])
  return (
    <HoldListPage
      mayRelease={useMay('hold.release')}
      renderScope={mayTrace ? renderScope : undefined}
    />
  )
}
