import { useTranslation } from 'react-i18next'
import { problemOf } from '@/lib/problem'
import { EmptyState } from './empty-state'
import { ProblemAlert } from './problem-alert'

/** A page that could not be filled: not allowed, not there, or something to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  const { status, title, detail } = problemOf(error)
  if (status === 403)
    return (
      <EmptyState
        title={t('state.forbidden')}
        hint={detail || title || t('state.forbidden_hint')}
      />
    )
  if (status === 404)
    return (
      <EmptyState title={t('state.missing')} hint={detail || title || t('state.missing_hint')} />
    )
  return <ProblemAlert error={error} onRetry={onRetry} />
}
