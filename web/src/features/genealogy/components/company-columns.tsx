import type { TFunction } from 'i18next'
import type { TraceCustomer, TraceSupplier } from '@/api/records'
import type { Column } from '@/kit/data-table/column'
import { quantityText } from '@/lib/units'

const sums = (t: TFunction, row: TraceSupplier) =>
  row.quantity.map(one => quantityText(t, one)).join(' + ') || '—'

/** Who got how much of it, by which papers. */
export function customerColumns(t: TFunction): Column<TraceCustomer>[] {
  return [
    ...companyColumns<TraceCustomer>(t, t('thing.customer')),
    {
      key: 'orders',
      title: t('reference.order'),
      render: row => row.orders.join(', ') || '—',
      text: row => row.orders.join(' '),
    },
    {
      key: 'waybills',
      title: t('reference.waybill'),
      render: row => row.waybills.join(', ') || '—',
      text: row => row.waybills.join(' '),
    },
  ]
}

/** Who delivered how much of it. */
export function supplierColumns(t: TFunction): Column<TraceSupplier>[] {
  return companyColumns<TraceSupplier>(t, t('thing.supplier'))
}

function companyColumns<Row extends TraceSupplier>(t: TFunction, title: string): Column<Row>[] {
  return [
    {
      key: 'party',
      title,
      phone: 'headline',
      render: row => row.party.name,
      text: row => row.party.name,
    },
    {
      key: 'lots',
      title: t('field.lots'),
      align: 'end',
      render: row => row.lots,
      text: row => String(row.lots),
    },
    {
      key: 'quantity',
      title: t('field.quantity'),
      align: 'end',
      nowrap: true,
      render: row => <b>{sums(t, row)}</b>,
      text: row => sums(t, row).replaceAll(',', ''),
    },
  ]
}
