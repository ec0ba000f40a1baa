import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

interface Props {
  title: string
  hint?: string
  children?: ReactNode
}

/** Nothing here, said kindly, with what to do next. */
export function EmptyState({ title, hint, children }: Props) {
  return (
    <div className={styles.empty}>
      <svg aria-hidden="true" width="72" height="40" viewBox="0 0 72 40" fill="none">
        <g stroke="var(--line-strong)" strokeWidth="2" strokeLinecap="round" strokeDasharray="1 5">
          <path d="M8 8c16 0 14 12 28 12S48 8 64 8M8 32c16 0 14-12 28-12s12 12 28 12" />
        </g>
        <circle
          cx="36"
          cy="20"
          r="6"
          fill="var(--paper)"
          stroke="var(--line-strong)"
          strokeWidth="2"
        />
      </svg>
      <p className={styles.title}>{title}</p>
      {hint && <p className={styles.hint}>{hint}</p>}
      {children}
    </div>
  )
}
