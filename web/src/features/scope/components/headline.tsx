import { useTranslation } from 'react-i18next'
import type { Scope } from '@/api/records'
import { QuantitiesText } from '@/kit/quantities-text'
import { affectedPossible, onlyPossible } from './affected-lots'
import styles from './headline.module.css'

/** The two figures, side by side and never one of them alone: what to hold, and how much of it is suspect. */
export function Headline({ scope }: { scope: Scope }) {
  const { t } = useTranslation()
  const possible = onlyPossible(scope)
  const unsure = affectedPossible(scope)
  const customers = new Set(scope.customers.map(row => row.customer.id)).size
  return (
    <div className={styles.figures}>
      <section className={styles.affected} data-testid="figure-affected">
        <h2>{t('scope.affected')}</h2>
        <p className={styles.amount}>
          <QuantitiesText quantities={scope.affected} />
        </p>
        <p className={styles.counts}>
          <span>{t('scope.count.lots', { count: scope.accounts.length })}</span>
          <span>{t('scope.count.customers', { count: customers })}</span>
          <span>{t('scope.count.units', { count: scope.units.length })}</span>
          {scope.possible > 0 && (
            <em data-testid="scope-possible">
              {t('scope.of_which_possible', { count: scope.possible })}{' '}
              {unsure.length > 0 && <QuantitiesText quantities={unsure} strong />}
            </em>
          )}
        </p>
        <p className={styles.hint}>{t('scope.affected_hint')}</p>
      </section>
      <section className={styles.equivalent} data-testid="figure-equivalent">
        <h2>{t('scope.equivalent')}</h2>
        <p className={styles.amount}>
          <QuantitiesText quantities={scope.fates.map(fate => fate.suspect)} />
        </p>
        {possible.length > 0 && (
          <p className={styles.counts}>
            <em>
              {t('scope.possible_amount')} <QuantitiesText quantities={possible} strong rounded />
            </em>
          </p>
        )}
        <p className={styles.hint}>{t('scope.equivalent_hint')}</p>
      </section>
    </div>
  )
}
