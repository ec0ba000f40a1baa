import { usePhone } from '@/lib/use-phone'
import { CardList } from './card-list'
import { type Column, shownColumns } from './column'
import styles from './data-table.module.css'
import { HeadCell } from './head-cell'

interface Props<Row> {
  label: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  sort?: string
  onSort?: (sort: string) => void
}

/** Rows and columns: a real table at the desk, cards on the phone. */
export function DataTable<Row>({ label, columns, rows, rowKey, sort, onSort }: Props<Row>) {
  const phone = usePhone()
  const shown = shownColumns(columns)
  if (phone) return <CardList label={label} columns={shown} rows={rows} rowKey={rowKey} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {shown.map(column => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={rowKey(row)}>
              {shown.map(column => (
                <td key={column.key} data-align={column.align} data-nowrap={column.nowrap}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
