import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from '@/kit/empty-state'
import { PageFrame } from '@/kit/page-frame'

/** No such address. */
export default function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <PageFrame title={t('state.not_found')}>
      <EmptyState title={t('state.not_found_title')} hint={t('state.not_found_hint')}>
        <Link to="/">{t('state.go_home')}</Link>
      </EmptyState>
    </PageFrame>
  )
}
