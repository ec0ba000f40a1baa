import { type ReactNode, useState } from 'react'
import { usePhone } from '@/lib/use-phone'
import styles from './fold-panel.module.css'
import { Panel } from './panel'

interface Props {
  title: string
  extra?: ReactNode
  /** Open at once even where there is little room. */
  open?: boolean
  children: ReactNode
  testId?: string
}

/** A panel that is folded at first on a phone, where the answer matters more than the asking. */
export function FoldPanel({ title, extra, open, children, testId }: Props) {
  const phone = usePhone()
  const [unfolded, setUnfolded] = useState(open ?? false)
  if (!phone) {
    return (
      <Panel title={title} extra={extra}>
        {children}
      </Panel>
    )
  }
  const head = (
    <button
      type="button"
      className={styles.head}
      aria-expanded={unfolded}
      onClick={() => setUnfolded(!unfolded)}
      data-testid={testId}
    >
      {title}
      <span aria-hidden="true">{unfolded ? '▴' : '▾'}</span>
    </button>
  )
  return unfolded ? (
    <Panel title={head} extra={extra}>
      {children}
    </Panel>
  ) : (
    <section className={styles.folded}>{head}</section>
  )
}
