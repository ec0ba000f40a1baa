import styles from './card-list.module.css'
import type { ShownColumn } from './column'

interface Props<Row> {
  label: string
  columns: ShownColumn<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
}

/** The same rows as cards, for a narrow screen. */
export function CardList<Row>({ label, columns, rows, rowKey }: Props<Row>) {
  const headline = columns.filter(column => column.phone === 'headline')
  const corner = columns.filter(column => column.phone === 'corner')
  const lines = columns.filter(column => !column.phone)
  return (
    <ul className={styles.list} aria-label={label}>
      {rows.map(row => (
        <li key={rowKey(row)} className={styles.card}>
          <div className={styles.head}>
            <div className={styles.headline}>
              {headline.map(column => (
                <div key={column.key}>{column.render(row)}</div>
              ))}
            </div>
            <div className={styles.corner}>
              {corner.map(column => (
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
        </li>
      ))}
    </ul>
  )
}
