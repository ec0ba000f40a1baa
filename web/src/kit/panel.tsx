import type { ReactNode } from 'react'
import styles from './panel.module.css'

interface Props {
  title?: ReactNode
  extra?: ReactNode
  flush?: boolean
  children: ReactNode
}

/** A sheet of paper with a heading; `flush` lets a table run to its edges. */
export function Panel({ title, extra, flush, children }: Props) {
  return (
    <section className={styles.panel}>
      {(title || extra) && (
        <header className={styles.head}>
          <h2>{title}</h2>
          {extra}
        </header>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  )
}
