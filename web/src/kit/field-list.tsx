import type { ReactNode } from 'react'
import styles from './field-list.module.css'

/** A named value. */
export interface Field {
  label: string
  value: ReactNode
  wide?: boolean
}

/** Named values side by side, as many in a row as fit; empty ones are left out. */
export function FieldList({ fields, dense }: { fields: Field[]; dense?: boolean }) {
  const told = fields.filter(
    field => field.value !== null && field.value !== undefined && field.value !== '',
  )
  return (
    <dl className={dense ? styles.dense : styles.fields}>
      {told.map(field => (
        <div key={field.label} data-wide={field.wide}>
          <dt>{field.label}</dt>
          <dd>{field.value}</dd>
        </div>
      ))}
    </dl>
  )
}
