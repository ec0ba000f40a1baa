import { useTranslation } from 'react-i18next'
import type { LotAccount } from '@/api/records'
import { StatusPill } from '@/kit/status-pill'
import { isZero } from '@/lib/quantity'

/** What is particular about a lot of the answer: a suspect, only possible, an account that does not close. */
export function AccountMarks({ account }: { account: LotAccount }) {
  const { t } = useTranslation()
  return (
    <>
      {account.is_suspect && <StatusPill tone="bad">{t('scope.is_suspect')}</StatusPill>}
      {account.possible && <StatusPill tone="warn">{t('doubt.row.possible')}</StatusPill>}
      {!isZero(account.residual.value) && (
        <StatusPill tone="bad">{t('scope.account.open')}</StatusPill>
      )}
    </>
  )
}
