import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'
import { EmptyState } from '@/kit/empty-state'

/** Something in this page broke, or a new version was put up while it was open. */
export function CrashPage() {
  const { t } = useTranslation()
  const error = useRouteError()
  return (
    <EmptyState
      title={t('state.crashed')}
      hint={error instanceof Error ? error.message : undefined}
    >
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('action.reload')}
      </Button>
    </EmptyState>
  )
}
