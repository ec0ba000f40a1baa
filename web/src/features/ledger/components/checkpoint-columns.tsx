import type { TFunction } from 'i18next'
import type { Checkpoint, LedgerStanding } from '@/api/records'
import { CodeText } from '@/kit/code-text'
import type { Column } from '@/kit/data-table/column'
import { StatusPill } from '@/kit/status-pill'
import { TimeText } from '@/kit/time-text'
import { groupDigits } from '@/lib/quantity'
import { sheetTime } from '@/lib/time'
import styles from './ledger-panels.module.css'
import { foldersWith } from './protection'

/** The columns of checkpoints; the whole root goes into the file, its beginning onto the screen. */
export function checkpointColumns(t: TFunction, standing: LedgerStanding): Column<Checkpoint>[] {
  return [
    {
      key: 'number',
      title: t('ledger.column.number'),
      phone: 'headline',
      render: row => <strong># {row.number}</strong>,
      text: row => String(row.number),
    },
    {
      key: 'at',
      title: t('ledger.column.at'),
      nowrap: true,
      phone: 'corner',
      render: row => <TimeText at={row.at} style="second" />,
      text: row => sheetTime(row.at),
    },
    {
      key: 'size',
      title: t('ledger.column.size'),
      align: 'end',
      render: row => groupDigits(String(row.size)),
      text: row => String(row.size),
    },
    {
      key: 'root',
      title: t('ledger.column.root'),
      render: row => <Short value={row.root} />,
      text: row => row.root,
    },
    {
      key: 'key',
      title: t('ledger.column.key'),
      render: row => <code className={styles.code}>{row.key_id.slice(0, 12)}</code>,
      text: row => row.key_id,
    },
    {
      key: 'epoch',
      title: t('ledger.column.epoch'),
      align: 'end',
      render: row => row.epoch,
      text: row => String(row.epoch),
    },
    {
      key: 'exported',
      title: t('ledger.column.exported'),
      render: row => <Exported folders={foldersWith(standing, row.number)} t={t} />,
      text: row => foldersWith(standing, row.number).join('; '),
    },
  ]
}

/** A fingerprint by its beginning; the copy holds all of it. */
function Short({ value }: { value: string }) {
  return (
    <span className={styles.short} title={value}>
      <CodeText value={value} />
    </span>
  )
}

function Exported({ folders, t }: { folders: string[]; t: TFunction }) {
  if (folders.length === 0) return <StatusPill tone="warn">{t('ledger.not_exported')}</StatusPill>
  return (
    <span title={folders.join('\n')}>
      <StatusPill tone="good">{t('ledger.in_folders', { count: folders.length })}</StatusPill>
    </span>
  )
}
