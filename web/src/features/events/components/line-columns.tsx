import type { TFunction } from 'i18next'
import type { EventLine } from '@/api/records'
import type { Column } from '@/kit/data-table/column'
import { LotTag } from '@/kit/lot-tag'
import { QuantityText } from '@/kit/quantity-text'
import { StatusPill } from '@/kit/status-pill'

/** The columns of an event's lines; those that nobody filled are left out. */
export function lineColumns(t: TFunction, lines: EventLine[]): Column<EventLine>[] {
  const named = (group: string, code: string) => t(`${group}.${code}`, { defaultValue: code })
  const columns: (Column<EventLine> | null)[] = [
    { key: 'line', title: '#', phone: 'hidden', render: row => row.line },
    {
      key: 'role',
      title: t('field.role'),
      phone: 'corner',
      nowrap: true,
      render: row => named('role', row.role),
    },
    {
      key: 'lot',
      title: t('field.lot_code'),
      phone: 'headline',
      render: row => (row.lot ? <LotTag lot={row.lot} /> : '—'),
    },
    {
      key: 'product',
      title: t('field.product'),
      phone: 'headline',
      render: row => row.lot?.product ?? '',
    },
    lines.some(row => row.quantity)
      ? {
          key: 'quantity',
          title: t('field.quantity'),
          align: 'end',
          render: row => <QuantityText quantity={row.quantity} strong />,
        }
      : null,
    lines.some(differs)
      ? {
          key: 'entered',
          title: t('field.entered'),
          align: 'end',
          render: row => (differs(row) ? <QuantityText quantity={row.entered} /> : '—'),
        }
      : null,
    lines.some(row => row.second_quantity)
      ? {
          key: 'second',
          title: t('field.second_quantity'),
          align: 'end',
          render: row => <QuantityText quantity={row.second_quantity} />,
        }
      : null,
    lines.some(row => row.weight)
      ? {
          key: 'weight',
          title: t('field.weight'),
          align: 'end',
          render: row => row.weight ?? '—',
        }
      : null,
    lines.some(row => row.disputed)
      ? {
          key: 'disputed',
          title: t('field.disputed'),
          align: 'end',
          render: row => <QuantityText quantity={row.disputed} />,
        }
      : null,
    lines.some(row => row.from || row.to)
      ? {
          key: 'way',
          title: t('field.way'),
          render: row => wayText(row),
          text: row => wayText(row),
        }
      : null,
    lines.some(row => row.certainty !== 'certain' || row.reason)
      ? {
          key: 'remarks',
          title: t('field.remarks'),
          render: row => (
            <>
              {row.certainty !== 'certain' && (
                <StatusPill tone="warn">{named('certainty', row.certainty)}</StatusPill>
              )}{' '}
              {row.reason && named('loss_reason', row.reason)}
            </>
          ),
          text: row => (row.certainty !== 'certain' && row.certainty) || (row.reason ?? ''),
        }
      : null,
  ]
  return columns.filter(column => column !== null)
}

function wayText({ from, to }: EventLine): string {
  return from || to ? [from, to].map(place => place ?? '·').join(' → ') : ''
}

function differs(row: EventLine): boolean {
  const { entered, quantity } = row
  return entered !== null && (entered.value !== quantity?.value || entered.unit !== quantity.unit)
}
