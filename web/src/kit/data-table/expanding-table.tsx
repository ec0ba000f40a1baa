import { Fragment, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhone } from '@/lib/use-phone'
import { type Column, type ShownColumn, shownColumns } from './column'
import table from './data-table.module.css'
import styles from './expanding-table.module.css'
import { HeadCell } from './head-cell'

interface Props<Row> {
  label: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  renderMore: (row: Row) => ReactNode
  /** The name of the button that opens a row. */
  openLabel: (row: Row) => string
}

/** A table whose rows open to what is behind them; on the phone, cards that do. */
export function ExpandingTable<Row>(props: Props<Row>) {
  const { label, columns, rows, rowKey, renderMore, openLabel } = props
  const { t } = useTranslation()
  const phone = usePhone()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const shown = shownColumns(columns)
  const toggle = (key: string) =>
    setOpen(before => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  const opener = (row: Row) => (
    <Opener
      label={openLabel(row)}
      open={open.has(rowKey(row))}
      onClick={() => toggle(rowKey(row))}
    />
  )
  if (phone) {
    return (
      <ul className={styles.cards} aria-label={label}>
        {rows.map(row => (
          <li key={rowKey(row)}>
            <Card columns={shown} row={row} opener={opener(row)} />
            {open.has(rowKey(row)) && <div className={styles.more}>{renderMore(row)}</div>}
          </li>
        ))}
      </ul>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={table.scroll} aria-label={label} tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('action.unfold')}</span>
            </th>
            {shown.map(column => (
              <HeadCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Fragment key={rowKey(row)}>
              <tr>
                <td className={styles.sign}>{opener(row)}</td>
                {shown.map(column => (
                  <td key={column.key} data-align={column.align} data-nowrap={column.nowrap}>
                    {column.render(row)}
                  </td>
                ))}
              </tr>
              {open.has(rowKey(row)) && (
                <tr className={styles.opened}>
                  <td />
                  <td colSpan={shown.length}>{renderMore(row)}</td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Opener({ label, open, onClick }: { label: string; open: boolean; onClick: () => void }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className={styles.opener}
      aria-expanded={open}
      aria-label={label}
      title={t(open ? 'action.fold' : 'action.unfold')}
      onClick={onClick}
      data-testid="row-open"
    >
      <span aria-hidden="true">{open ? '▾' : '▸'}</span>
    </button>
  )
}

interface CardProps<Row> {
  columns: ShownColumn<Row>[]
  row: Row
  opener: ReactNode
}

function Card<Row>({ columns, row, opener }: CardProps<Row>) {
  const lines = columns.filter(column => !column.phone)
  return (
    <>
      <div className={styles.head}>
        {opener}
        <div>
          {columns
            .filter(column => column.phone === 'headline')
            .map(column => (
              <div key={column.key}>{column.render(row)}</div>
            ))}
        </div>
        <div className={styles.corner}>
          {columns
            .filter(column => column.phone === 'corner')
            .map(column => (
              <div key={column.key}>{column.render(row)}</div>
            ))}
        </div>
      </div>
      <dl className={styles.lines}>
        {lines
          .filter(column => !column.text || column.text(row))
          .map(column => (
            <div key={column.key}>
              <dt>{column.title}</dt>
              <dd>{column.render(row)}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}
