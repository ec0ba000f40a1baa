import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import type { Hold } from '@/api/records'
import type { Column } from '@/kit/data-table/column'
import { holdReason } from '@/kit/hold-reason'
import { StatusPill } from '@/kit/status-pill'
import { TimeText } from '@/kit/time-text'
import { Counterparties } from '@/kit/timeline/counterparties'
import { sheetTime } from '@/lib/time'

/** The columns of holds; what can be done with one is given by whoever shows them. */
export function holdColumns(t: TFunction, renderAction: (hold: Hold) => ReactNode): Column<Hold>[] {
  return [
    {
      key: 'held_at',
      title: t('field.held_at'),
      nowrap: true,
      phone: 'hidden',
      render: row => <TimeText at={row.held_at} style="short" />,
      text: row => sheetTime(row.held_at),
    },
    {
      key: 'lots',
      title: t('field.lots'),
      phone: 'headline',
      render: row => <Counterparties lots={row.lots} />,
      text: row => row.lots.map(lot => lot.code).join(' '),
    },
    {
      key: 'reason',
      title: t('field.hold_reason'),
      phone: 'headline',
      render: row => (
        <>
          <strong>{holdReason(t, row.reason)}</strong>
          {row.note && <div>{row.note}</div>}
        </>
      ),
      text: row => [holdReason(t, row.reason), row.note].filter(Boolean).join(' – '),
    },
    {
      key: 'held_by',
      title: t('field.held_by'),
      render: row => row.held_by,
      text: row => row.held_by,
    },
    {
      key: 'state',
      title: t('field.status'),
      phone: 'corner',
      render: row =>
        row.released_at ? (
          <StatusPill tone="good">{t('hold.released')}</StatusPill>
        ) : (
          <StatusPill tone="hold">{t('hold.open')}</StatusPill>
        ),
      text: row => t(row.released_at ? 'hold.released' : 'hold.open'),
    },
    {
      key: 'release',
      title: t('field.release'),
      render: row => (row.released_at ? <Released row={row} /> : renderAction(row)),
      text: row => [sheetTime(row.released_at), row.released_by].filter(Boolean).join(' '),
    },
  ]
}

function Released({ row }: { row: Hold }) {
  return (
    <>
      <TimeText at={row.released_at} style="short" /> · {row.released_by}
      {row.release_note && <div>{row.release_note}</div>}
    </>
  )
}
