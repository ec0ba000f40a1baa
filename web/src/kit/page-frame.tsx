import type { ReactNode } from 'react'
import { useDocumentTitle } from '@/lib/use-document-title'
import styles from './page-frame.module.css'

interface Props {
  title: string
  lead?: ReactNode
  extra?: ReactNode
  children: ReactNode
}

/** A page: its name, one line about it, what can be done, and the content. */
export function PageFrame({ title, lead, extra, children }: Props) {
  useDocumentTitle(title)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {extra && <div className={styles.extra}>{extra}</div>}
      </header>
      {children}
    </div>
  )
}
