import type { TFunction } from 'i18next'
import type { Attempt } from '@/api/records'
import type { Column } from '@/kit/data-table/column'
import { EventIcon } from '@/kit/icons/event-icon'
import { TimeText } from '@/kit/time-text'
import { sheetTime } from '@/lib/time'
import styles from './attempts.module.css'

/** The columns of refused attempts. */
export function attemptColumns(t: TFunction): Column<Attempt>[] {
  const kind = (row: Attempt) => t(`kind.${row.kind}`, { defaultValue: row.kind })
  return [
    {
      key: 'at',
      title: t('field.event_time'),
      nowrap: true,
      phone: 'corner',
      render: row => <TimeText at={row.at} style="short" />,
      text: row => sheetTime(row.at),
    },
    {
      key: 'kind',
      title: t('attempts.wanted'),
      nowrap: true,
      phone: 'headline',
      render: row => (
        <span className={styles.kind}>
          <EventIcon kind={row.kind} size={16} /> {kind(row)}
        </span>
      ),
      text: kind,
    },
    {
      key: 'errors',
      title: t('attempts.why'),
      phone: 'headline',
      render: row => <Reasons row={row} />,
      text: row => row.errors.map(error => error.message || error.code).join(' '),
    },
    {
      key: 'actor',
      title: t('field.who'),
      nowrap: true,
      render: row => row.actor,
      text: row => row.actor,
    },
    {
      key: 'body',
      title: t('attempts.body'),
      phone: 'hidden',
      render: row => (
        <details className={styles.body}>
          <summary>{t('attempts.show_body')}</summary>
          <pre>{JSON.stringify(row.body, null, 2)}</pre>
        </details>
      ),
    },
  ]
}

function Reasons({ row }: { row: Attempt }) {
  return (
    <ul className={styles.reasons}>
      {row.errors.map(error => (
        <li key={`${error.pointer}${error.code}`}>
          {error.message || error.code} <code>{error.code}</code>
        </li>
      ))}
    </ul>
  )
}
