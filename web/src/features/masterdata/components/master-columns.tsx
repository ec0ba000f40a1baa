import type { TFunction } from 'i18next'
import { Link } from 'react-router'
import type { Column } from '@/kit/data-table/column'
import { groupDigits } from '@/lib/quantity'
import { quantityText, unitName } from '@/lib/units'
import type { Collection, Master } from './collections'

type Draft = (row: Record<string, unknown>) => string

/** The columns of one table: code and name, then what is its own. */
export function masterColumns(
  t: TFunction,
  language: string,
  collection: Collection,
): Column<Master>[] {
  const name = (row: Master) => (language === 'en' && row.name_en ? row.name_en : row.name)
  const own = OWN[collection].map(([key, draft]) => ownColumn(t, key, draft(t)))
  return [
    {
      key: 'code',
      title: t('field.code'),
      phone: 'corner',
      nowrap: true,
      render: row => <code>{row.code}</code>,
      text: row => row.code,
    },
    {
      key: 'name',
      title: t('field.name'),
      phone: 'headline',
      render: row =>
        collection === 'products' ? (
          <Link to={`/lots?product=${row.id}&all=1`}>{name(row)}</Link>
        ) : (
          name(row)
        ),
      text: name,
    },
    ...own,
  ]
}

function ownColumn(t: TFunction, key: string, draft: Draft): Column<Master> {
  const text = (row: Master) => draft(row as unknown as Record<string, unknown>)
  return { key, title: t(`master.${key}`), render: row => text(row) || '—', text }
}

const plain = (key: string) => (): Draft => row => (row[key] == null ? '' : String(row[key]))
const named =
  (key: string, group: string) =>
  (t: TFunction): Draft =>
  row =>
    row[key] ? t(`${group}.${row[key]}`, { defaultValue: String(row[key]) }) : ''
const number = (key: string) => (): Draft => row =>
  row[key] == null ? '' : groupDigits(String(row[key]))
const unit =
  (key: string) =>
  (t: TFunction): Draft =>
  row =>
    unitName(t, row[key] as string | null)

const roles =
  () =>
  (t: TFunction): Draft =>
  row =>
    ['supplier', 'customer', 'carrier', 'own']
      .filter(role => row[role])
      .map(role => t(`party_role.${role}`))
      .join(' · ')
const orderLines =
  () =>
  (t: TFunction): Draft =>
  row => {
    const lines = (row.lines ?? []) as { quantity: { value: string; unit: string } }[]
    return lines.map(line => quantityText(t, line.quantity)).join(' + ')
  }

const OWN: Record<Collection, [string, (t: TFunction) => Draft][]> = {
  products: [
    ['kind', named('kind', 'product_kind')],
    ['stock_unit', unit('stock_unit')],
    ['shelf_life_days', number('shelf_life_days')],
    ['gtin', plain('gtin')],
  ],
  parties: [
    ['roles', roles()],
    ['gln', plain('gln')],
  ],
  sites: [
    ['zone', plain('zone')],
    ['gln', plain('gln')],
  ],
  locations: [
    ['kind', named('kind', 'place_kind')],
    ['tank', (t: TFunction) => row => (row.tank ? t('master.is_tank') : '')],
  ],
  equipment: [['kind', named('kind', 'equipment_kind')]],
  orders: [
    ['kind', named('kind', 'order_kind')],
    ['status', named('status', 'order_status')],
    ['lines', orderLines()],
  ],
  characteristics: [
    ['kde', named('kde', 'kde')],
    ['lower', number('lower')],
    ['target', number('target')],
    ['upper', number('upper')],
    ['unit', unit('unit')],
    ['expected', plain('expected')],
  ],
}
