import type { ReactNode } from 'react'

/** One column: how it shows, what it exports, by which field the server sorts it. */
export interface Column<Row> {
  key: string
  title: string
  /** Left out where the column only goes into a file. */
  render?: (row: Row) => ReactNode
  text?: (row: Row) => string
  align?: 'end'
  /** The orders the server offers for this column, in the order clicks go through them. */
  sort?: string[]
  /** On a phone a row is a card: the headline, its corner, a line, or left out. */
  phone?: 'headline' | 'corner' | 'hidden'
  nowrap?: boolean
}

export type ShownColumn<Row> = Column<Row> & { render: (row: Row) => ReactNode }

/** The columns a screen shows. */
export function shownColumns<Row>(columns: Column<Row>[]): ShownColumn<Row>[] {
  return columns.filter((column): column is ShownColumn<Row> => column.render !== undefined)
}

/** The rows as a table of text, for a file: only what the columns say. */
export function exportRows<Row>(columns: Column<Row>[], rows: Row[]): [string[], string[][]] {
  const told = columns.filter(column => column.text)
  return [told.map(c => c.title), rows.map(row => told.map(c => c.text?.(row) ?? ''))]
}
