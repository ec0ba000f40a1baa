import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { LotRef, Scope } from '@/api/records'
import { Counterparties } from '@/kit/timeline/counterparties'
import { quantityText } from '@/lib/units'
import styles from './narrowing.module.css'

type Saving = NonNullable<Scope['saving']>

/** What narrowing spares, said before anybody decides: these instead of those. */
export function SavingLine({ saving, kept }: { saving: Saving; kept: LotRef[] }) {
  const { t } = useTranslation()
  const same =
    saving.lots_before === saving.lots_after && saving.customers_before === saving.customers_after
  return (
    <>
      <p className={styles.saving} data-same={same || undefined} data-testid="saving" role="status">
        {same ? (
          t('scope.saving.none')
        ) : (
          <>
            <strong>
              {t('scope.saving.lots', { after: saving.lots_after, before: saving.lots_before })}
            </strong>
            <strong>
              {t('scope.saving.customers', {
                after: saving.customers_after,
                before: saving.customers_before,
              })}
            </strong>
            <span>
              {t('scope.saving.affected', {
                after: sums(t, saving.affected_after),
                before: sums(t, saving.affected_before),
              })}
            </span>
          </>
        )}
      </p>
      <p className={styles.kept}>{t('scope.narrow.kept', { count: kept.length })}</p>
      <Counterparties lots={kept} />
    </>
  )
}

function sums(t: TFunction, quantities: Saving['affected_after']): string {
  return quantities.map(one => quantityText(t, one)).join(' + ') || '0'
}
