import type { TFunction } from 'i18next'
import { Link } from 'react-router'
import type { EventRow } from '@/api/records'
import type { Column } from '@/kit/data-table/column'
import { FlagList } from '@/kit/flag-list'
import { EventIcon } from '@/kit/icons/event-icon'
import { LotTag } from '@/kit/lot-tag'
import { qualityTone, StatusPill } from '@/kit/status-pill'
import { TimeText } from '@/kit/time-text'
import { VoidMark } from '@/kit/void-mark'
import { sheetTime } from '@/lib/time'
import { whereText } from '@/lib/where'
import styles from './event-columns.module.css'

/** The columns of events. */
export function eventColumns(t: TFunction): Column<EventRow>[] {
  return [
    {
      key: 'time',
      title: t('field.event_time'),
      nowrap: true,
      phone: 'corner',
      render: row => <TimeText at={row.event_time} style="short" />,
      text: row => sheetTime(row.event_time),
    },
    {
      key: 'kind',
      title: t('field.kind'),
      nowrap: true,
      phone: 'headline',
      render: row => (
        <Link
          to={`/events/${row.id}`}
          className={styles.kind}
          data-void={row.voided_by ? true : undefined}
          data-testid="event-link"
        >
          <EventIcon kind={row.kind} size={16} />
          {t(`kind.${row.kind}`, { defaultValue: row.kind })}
        </Link>
      ),
      text: row => t(`kind.${row.kind}`, { defaultValue: row.kind }),
    },
    {
      key: 'lots',
      title: t('field.lots'),
      phone: 'headline',
      render: row => <Lots row={row} more={t('action.and_more', { count: hidden(row) })} />,
      text: row => row.counterparties.map(lot => lot.code).join(' '),
    },
    {
      key: 'place',
      title: t('field.place'),
      render: row => whereText(row) || '—',
      text: row => whereText(row),
    },
    {
      key: 'who',
      title: t('field.who'),
      nowrap: true,
      render: row => row.operator || row.actor,
      text: row => row.operator || row.actor,
    },
    {
      key: 'remarks',
      title: t('field.remarks'),
      render: row => (
        <Remarks
          row={row}
          verdict={row.verdict && t(`quality.${row.verdict}`)}
          reason={reasonOf(t, row)}
        />
      ),
      text: row =>
        [
          row.voided_by && t('history.voided'),
          row.verdict,
          reasonOf(t, row),
          row.note,
          ...row.flags,
        ]
          .filter(Boolean)
          .join(' '),
    },
  ]
}

const SHOWN = 3
const hidden = (row: EventRow) =>
  Math.max(row.counterparty_count, row.counterparties.length) -
  Math.min(SHOWN, row.counterparties.length)

function Lots({ row, more }: { row: EventRow; more: string }) {
  return (
    <span className={styles.lots} data-void={row.voided_by ? true : undefined}>
      {row.counterparties.slice(0, SHOWN).map(lot => (
        <LotTag key={lot.id} lot={lot} />
      ))}
      {hidden(row) > 0 && <small>{more}</small>}
    </span>
  )
}

/** Why it was done, in the words of its own list. */
function reasonOf(t: TFunction, row: EventRow): string {
  const group = row.corrects ? 'correction_reason' : 'loss_reason'
  return row.reason ? t(`${group}.${row.reason}`, { defaultValue: row.reason }) : ''
}

function Remarks({
  row,
  verdict,
  reason,
}: {
  row: EventRow
  verdict: string | null
  reason: string
}) {
  return (
    <span className={styles.remarks}>
      <VoidMark event={row} />
      {row.verdict && <StatusPill tone={qualityTone(row.verdict)}>{verdict}</StatusPill>}
      {row.references.map(reference => (
        <code key={reference.type + reference.id}>{reference.id}</code>
      ))}
      {reason && <span>{reason}</span>}
      {row.note && <span className={styles.note}>{row.note}</span>}
      <FlagList flags={row.flags} />
    </span>
  )
}
