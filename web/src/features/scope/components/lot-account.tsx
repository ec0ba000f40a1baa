import { useTranslation } from 'react-i18next'
import type { LotAccount, LotRef } from '@/api/records'
import { LotTag } from '@/kit/lot-tag'
import { QuantitiesText } from '@/kit/quantities-text'
import { QuantityText } from '@/kit/quantity-text'
import { isRed } from '@/kit/sum-bar/bucket'
import { Counterparties } from '@/kit/timeline/counterparties'
import { sumByUnit } from '@/lib/decimal'
import { isZero } from '@/lib/quantity'
import { type AccountLine, accountLines } from './account-lines'
import styles from './lot-account.module.css'

/** The account of one lot: what came in, equals where it is; what does not close stands in red. */
export function LotAccountView({ account }: { account: LotAccount }) {
  const { t } = useTranslation()
  const lines = accountLines(account.lines)
  return (
    <div className={styles.account} data-testid="lot-account">
      <table className={styles.side}>
        <caption>{t('scope.account.in')}</caption>
        <tbody>
          {account.inflows.map((inflow, index) => (
            <tr key={`${inflow.origin}${index + 1}`} data-red={isRed(inflow.origin) || undefined}>
              <th scope="row">{t(`inflow.${inflow.origin}`, { defaultValue: inflow.origin })}</th>
              <td>
                <QuantityText quantity={inflow.quantity} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('scope.sum')}</th>
            <td>
              <QuantitiesText
                quantities={sumByUnit(account.inflows.map(inflow => inflow.quantity))}
                strong
              />
            </td>
          </tr>
        </tfoot>
      </table>
      <span className={styles.equals} aria-hidden="true">
        =
      </span>
      <table className={styles.side}>
        <caption>{t('scope.account.out')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scope.column.bucket')}</th>
            <th scope="col">{t('field.quantity')}</th>
            <th scope="col">{t('scope.column.affected')}</th>
            <th scope="col">{t('scope.column.suspect')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <LineRow key={`${line.bucket}${index + 1}`} line={line} />
          ))}
          {!isZero(account.residual.value) && (
            <tr data-red="true">
              <th scope="row">{t('bucket.residual')}</th>
              <td>
                <QuantityText quantity={account.residual} />
              </td>
              <td />
              <td />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function LineRow({ line }: { line: AccountLine }) {
  const { t } = useTranslation()
  const spared = isZero(line.affected.value)
  return (
    <tr data-red={isRed(line.bucket) || undefined} data-spared={spared || undefined}>
      <th scope="row">
        {t(`bucket.${line.bucket}`, { defaultValue: line.bucket })} <Whither line={line} />
      </th>
      <td>
        <QuantityText quantity={line.quantity} />
      </td>
      <td>{spared ? t('scope.not_affected') : <QuantityText quantity={line.affected} strong />}</td>
      <td>
        <QuantitiesText quantities={line.suspect} rounded />
      </td>
    </tr>
  )
}

/** Where, to whom, into what, or why: only what the bucket has. */
function Whither({ line }: { line: AccountLine }) {
  const { t } = useTranslation()
  const words = [
    line.place?.name,
    line.customer?.name,
    line.supplier?.name,
    line.order,
    line.waybill,
    line.reason && t(`account_reason.${line.reason}`, { defaultValue: line.reason }),
  ]
  return (
    <small>
      {words.filter(Boolean).join(' · ')} <Units units={line.units} />
      {line.lot && (
        <>
          {'→ '}
          <LotTag lot={line.lot} />
        </>
      )}
    </small>
  )
}

function Units({ units }: { units: LotRef[] }) {
  const { t } = useTranslation()
  const [only, second] = units
  if (!only) return null
  if (!second) return <LotTag lot={only} />
  return (
    <details className={styles.units}>
      <summary>{t('scope.count.units', { count: units.length })}</summary>
      <Counterparties lots={units} />
    </details>
  )
}
