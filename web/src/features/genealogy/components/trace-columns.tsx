import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TraceLot } from '@/api/records'
import type { Column } from '@/kit/data-table/column'
import { LotTag } from '@/kit/lot-tag'
import { QuantityText } from '@/kit/quantity-text'
import { LotStatus, StatusPill } from '@/kit/status-pill'
import { TimeText } from '@/kit/time-text'
import { sheetNumber } from '@/lib/sheet-number'
import { sheetTime } from '@/lib/time'
import { unitName } from '@/lib/units'

const signed = (row: TraceLot) =>
  row.direction === 'back' ? `−${row.distance}` : `+${row.distance}`

/** The columns of a trace: which way and how far, then who and how much. */
export function traceColumns(
  t: TFunction,
  renderWhy: (row: TraceLot) => ReactNode,
): Column<TraceLot>[] {
  return [
    {
      key: 'distance',
      title: t('field.distance'),
      render: row => (
        <span title={t(`trace.${row.direction}`)}>
          {row.direction === 'back' ? '←' : '→'} {row.distance}
        </span>
      ),
      text: row => signed(row).replace('−', '-'),
    },
    {
      key: 'code',
      title: t('field.lot_code'),
      phone: 'headline',
      nowrap: true,
      render: row => (
        <>
          <LotTag lot={row} />
          <Doubt row={row} />
        </>
      ),
      text: row => row.code,
    },
    {
      key: 'product',
      title: t('field.product'),
      phone: 'headline',
      render: row => row.product?.name ?? t(`thing.${row.kind}`),
      text: row => row.product?.name ?? '',
    },
    {
      key: 'supplier',
      title: t('field.supplier_lot'),
      render: row => [row.supplier?.name, row.supplier_lot].filter(Boolean).join(' · ') || '—',
      text: row => [row.supplier?.name, row.supplier_lot].filter(Boolean).join(' '),
    },
    {
      key: 'made',
      title: t('field.made'),
      align: 'end',
      render: row => <QuantityText quantity={row.made} />,
      text: row => sheetNumber(row.made),
    },
    {
      key: 'quantity',
      title: t('field.on_hand'),
      align: 'end',
      render: row => <QuantityText quantity={row.quantity} strong />,
      text: row => sheetNumber(row.quantity),
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
      text: row =>
        [t(`quality.${row.quality}`), row.on_hold && t('status.on_hold')].filter(Boolean).join(' '),
    },
    {
      key: 'place',
      title: t('field.place'),
      render: row => row.place ?? '—',
      text: row => row.place ?? '',
    },
    {
      key: 'time',
      title: t('field.first_event'),
      nowrap: true,
      phone: 'hidden',
      render: row => <TimeText at={row.first_event_time} style="short" />,
      text: row => sheetTime(row.first_event_time),
    },
    {
      key: 'certainty',
      title: t('field.certainty'),
      text: row => t(`doubt.row.${doubtOf(row)}`),
    },
    {
      key: 'why',
      title: t('why.column'),
      phone: 'corner',
      render: renderWhy,
    },
  ]
}

function doubtOf(row: TraceLot): 'plain_only' | 'possible' | 'certain' {
  if (row.plain_only) return 'plain_only'
  return row.possible ? 'possible' : 'certain'
}

/** Marks a lot that is in the answer only perhaps, or only if times are not trusted. */
function Doubt({ row }: { row: TraceLot }) {
  const { t } = useTranslation()
  const doubt = doubtOf(row)
  if (doubt === 'certain') return null
  return (
    <div>
      <StatusPill tone={doubt === 'possible' ? 'warn' : 'wait'}>
        {t(`doubt.row.${doubt}`)}
      </StatusPill>
    </div>
  )
}
