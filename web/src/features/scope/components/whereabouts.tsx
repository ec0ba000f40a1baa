import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerReach, PlaceReach, Scope } from '@/api/records'
import type { Column } from '@/kit/data-table/column'
import { DataTable } from '@/kit/data-table/data-table'
import { ExportButton } from '@/kit/export-button'
import { Panel } from '@/kit/panel'
import { AccountList } from './account-list'
import { customerColumns, placeColumns } from './reach-columns'
import { UnitList } from './unit-list'
import styles from './whereabouts.module.css'

interface Props {
  scope: Scope
  renderWhy: (goal: { id: string; code: string }) => ReactNode
}

/** Who has it, where it lies, lot by lot, and on which pallets. */
export function Whereabouts({ scope, renderWhy }: Props) {
  const { t } = useTranslation()
  const customers = useMemo(() => customerColumns(t), [t])
  const places = useMemo(() => placeColumns(t), [t])
  return (
    <>
      <Reach<CustomerReach>
        title={t('scope.by_customer', { count: scope.customers.length })}
        none={t('scope.no_customers')}
        columns={customers}
        rows={scope.customers}
        rowKey={row => `${row.customer.id}|${row.order}|${row.waybill}`}
      />
      <Reach<PlaceReach>
        title={t('scope.by_place', { count: scope.places.length })}
        none={t('scope.no_places')}
        columns={places}
        rows={scope.places}
        rowKey={row => `${row.place.id}|${row.bucket}`}
      />
      <AccountList accounts={scope.accounts} renderWhy={renderWhy} />
      <UnitList units={scope.units} />
    </>
  )
}

interface ReachProps<Row> {
  title: string
  none: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
}

function Reach<Row>({ title, none, columns, rows, rowKey }: ReachProps<Row>) {
  return (
    <Panel flush title={title} extra={<ExportButton name={title} columns={columns} rows={rows} />}>
      {rows.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <DataTable label={title} columns={columns} rows={rows} rowKey={rowKey} />
      )}
    </Panel>
  )
}
