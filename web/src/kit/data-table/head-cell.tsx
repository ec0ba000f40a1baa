import type { Column } from './column'
import styles from './data-table.module.css'

interface Props<Row> {
  column: Column<Row>
  sort?: string
  onSort?: (sort: string) => void
}

/** A column's heading; a sortable one is a button that says which way it sorts. */
export function HeadCell<Row>({ column, sort, onSort }: Props<Row>) {
  if (!column.sort || !onSort) {
    return (
      <th scope="col" data-align={column.align}>
        {column.title}
      </th>
    )
  }
  const at = column.sort.indexOf(sort ?? '')
  const up = at >= 0 && !column.sort[at]?.startsWith('-')
  const down = at >= 0 && !up
  const next = column.sort[(at + 1) % column.sort.length] ?? ''
  return (
    <th
      scope="col"
      data-align={column.align}
      aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
    >
      <button type="button" className={styles.sort} onClick={() => onSort(next)}>
        {column.title}
        <span aria-hidden="true">{up ? '▲' : down ? '▼' : '↕'}</span>
      </button>
    </th>
  )
}
