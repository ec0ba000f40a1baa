import type { TFunction } from 'i18next'
import type { CustomerReach, PlaceReach, Quantity } from '@/api/records'
import type { Column } from '@/kit/data-table/column'
import { QuantitiesText } from '@/kit/quantities-text'
import { Counterparties } from '@/kit/timeline/counterparties'
import { quantityText } from '@/lib/units'

type Reach = Pick<PlaceReach, 'lots' | 'affected' | 'suspect'>

const sums = (t: TFunction, quantities: Quantity[]) =>
  quantities.map(one => quantityText(t, one).replaceAll(',', '')).join(' + ')

/** Who has how much of it, by which papers, and what left before there was suspicion. */
export function customerColumns(t: TFunction): Column<CustomerReach>[] {
  return [
    {
      key: 'customer',
      title: t('thing.customer'),
      phone: 'headline',
      render: row => <strong>{row.customer.name}</strong>,
      text: row => row.customer.name,
    },
    {
      key: 'order',
      title: t('reference.order'),
      nowrap: true,
      render: row => row.order ?? '—',
      text: row => row.order ?? '',
    },
    {
      key: 'waybill',
      title: t('reference.waybill'),
      nowrap: true,
      render: row => row.waybill ?? '—',
      text: row => row.waybill ?? '',
    },
    lotsColumn(t),
    amount(t, 'affected'),
    amount(t, 'suspect'),
    {
      key: 'spared',
      title: t('scope.column.spared'),
      align: 'end',
      nowrap: true,
      render: row => <QuantitiesText quantities={row.spared} />,
      text: row => sums(t, row.spared),
    },
  ]
}

/** What lies where. */
export function placeColumns(t: TFunction): Column<PlaceReach>[] {
  const bucket = (row: PlaceReach) => t(`bucket.${row.bucket}`, { defaultValue: row.bucket })
  return [
    {
      key: 'place',
      title: t('field.place'),
      phone: 'headline',
      render: row => <strong>{row.place.name}</strong>,
      text: row => row.place.name,
    },
    { key: 'bucket', title: t('scope.column.bucket'), render: bucket, text: bucket },
    lotsColumn(t),
    amount(t, 'affected'),
    amount(t, 'suspect'),
  ]
}

function lotsColumn(t: TFunction): Column<Reach> {
  return {
    key: 'lots',
    title: t('field.lots'),
    render: row => <Counterparties lots={row.lots.map(lot => ({ ...lot, product: null }))} />,
    text: row => row.lots.map(lot => lot.code).join(' '),
  }
}

/** A figure that customers and places both have. */
function amount(t: TFunction, name: 'affected' | 'suspect'): Column<Reach> {
  return {
    key: name,
    title: t(`scope.column.${name}`),
    align: 'end',
    nowrap: true,
    render: row => (
      <QuantitiesText
        quantities={row[name]}
        strong={name === 'affected'}
        rounded={name === 'suspect'}
      />
    ),
    text: row => sums(t, row[name]),
  }
}
