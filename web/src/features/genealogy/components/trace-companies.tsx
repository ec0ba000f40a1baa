import { useTranslation } from 'react-i18next'
import type { Trace } from '@/api/records'
import { DataTable } from '@/kit/data-table/data-table'
import { ExportButton } from '@/kit/export-button'
import { Panel } from '@/kit/panel'
import { customerColumns, supplierColumns } from './company-columns'

/** Who got it and who delivered for it: the companies at both ends of a trace. */
export function Companies({ trace }: { trace: Trace }) {
  const { t } = useTranslation()
  return (
    <>
      {trace.customers.length > 0 && (
        <Panel
          flush
          title={t('trace.customers', { count: trace.customers.length })}
          extra={
            <ExportButton
              name={`${trace.start.code}-${t('thing.customer')}`}
              columns={customerColumns(t)}
              rows={trace.customers}
            />
          }
        >
          <DataTable
            label={t('thing.customer')}
            columns={customerColumns(t)}
            rows={trace.customers}
            rowKey={row => row.party.id}
          />
        </Panel>
      )}
      {trace.suppliers.length > 0 && (
        <Panel flush title={t('trace.suppliers', { count: trace.suppliers.length })}>
          <DataTable
            label={t('thing.supplier')}
            columns={supplierColumns(t)}
            rows={trace.suppliers}
            rowKey={row => row.party.id}
          />
        </Panel>
      )}
    </>
  )
}
