import { useTranslation } from 'react-i18next'
import { useMay } from '@/features/access/api/me'
import CorrectPage from '@/features/events/routes/correct-page'
import { EmptyState } from '@/kit/empty-state'

/** The correction of an event, for those who may correct. */
export default function CorrectRoute() {
  const { t } = useTranslation()
  if (!useMay('events.correct')) {
    return <EmptyState title={t('state.forbidden')} hint={t('state.forbidden_hint')} />
  }
  return <CorrectPage />
}
