import type { TFunction } from 'i18next'
import type { LotRow } from '@/api/records'
import type { Column } from '@/kit/data-table/column'
import { LotTag } from '@/kit/lot-tag'
import { QuantityText } from '@/kit/quantity-text'
import { LotStatus } from '@/kit/status-pill'
import { TimeText } from '@/kit/time-text'
import { sheetNumber } from '@/lib/sheet-number'
import { sheetTime } from '@/lib/time'
import { unitName } from '@/lib/units'
import { ExpiryText } from './expiry-text'
import styles from './lot-columns.module.css'

/** The columns of lots, wherever lots are listed. */
export function lotColumns(t: TFunction): Column<LotRow>[] {
  return [
    {
      key: 'code',
      title: t('field.lot_code'),
      sort: ['code'],
      phone: 'headline',
      nowrap: true,
      render: row => <LotTag lot={row} />,
      text: row => row.code,
    },
    {
      key: 'product',
      title: t('field.product'),
      phone: 'headline',
      render: row => row.product?.name ?? '—',
      text: row => row.product?.name ?? '',
    },
    {
      key: 'quantity',
      title: t('field.on_hand'),
      align: 'end',
      render: row => <OnHand row={row} of={t('lots.of_made')} />,
      text: row => sheetNumber(row.quantity),
    },
    {
      key: 'made',
      title: t('field.made'),
      align: 'end',
      phone: 'hidden',
      text: row => sheetNumber(row.made),
    },
    {
      key: 'unit',
      title: t('master.unit'),
      text: row => unitName(t, (row.quantity ?? row.made)?.unit),
    },
    {
      key: 'status',
      title: t('field.status'),
      phone: 'corner',
      render: row => <LotStatus lot={row} />,
      text: row => statusText(t, row),
    },
    {
      key: 'place',
      title: t('field.place'),
      render: row => row.place ?? '—',
      text: row => row.place ?? '',
    },
    {
      key: 'supplier',
      title: t('field.supplier_lot'),
      phone: 'hidden',
      render: row => (row.supplier || row.supplier_lot ? <Supplier row={row} /> : '—'),
      text: row => [row.supplier?.name, row.supplier_lot].filter(Boolean).join(' '),
    },
    {
      key: 'good_until',
      title: t('field.good_until'),
      sort: ['good_until'],
      nowrap: true,
      render: row => <ExpiryText lot={row} />,
      text: row => row.expires_on ?? sheetTime(row.good_until),
    },
    {
      key: 'first_event_time',
      title: t('field.first_event'),
      sort: ['-first_event_time', 'first_event_time'],
      nowrap: true,
      render: row => <TimeText at={row.first_event_time} style="short" />,
      text: row => sheetTime(row.first_event_time),
    },
  ]
}

function OnHand({ row, of }: { row: LotRow; of: string }) {
  const partly = row.made !== null && row.made.value !== row.quantity?.value
  return (
    <>
      <QuantityText quantity={row.quantity} strong />
      {partly && (
        <div className={styles.number}>
          {of} <QuantityText quantity={row.made} />
        </div>
      )}
    </>
  )
}

function Supplier({ row }: { row: LotRow }) {
  return (
    <>
      <div>{row.supplier?.name}</div>
      {row.supplier_lot && <code className={styles.number}>{row.supplier_lot}</code>}
    </>
  )
}

function statusText(t: TFunction, row: LotRow): string {
  const words = [t(`quality.${row.quality}`)]
  if (row.on_hold) words.push(t('status.on_hold'))
  if (row.expired) words.push(t('status.expired'))
  return words.join(' ')
}
