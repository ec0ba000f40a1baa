import type { ReactNode } from 'react'
import styles from './filter-chip.module.css'

interface Props {
  on: boolean
  onChange: (on: boolean) => void
  children: ReactNode
  testId?: string
}

/** A filter that is on or off. */
export function FilterChip({ on, onChange, children, testId }: Props) {
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={on}
      onClick={() => onChange(!on)}
      data-testid={testId}
    >
      {children}
      {on && <span aria-hidden="true">×</span>}
    </button>
  )
}
