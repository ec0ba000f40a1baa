import { shownPercent } from '@/lib/decimal'
import styles from './share-bar.module.css'

interface Props {
  /** 0 to 100 as decimal text; null when it cannot be told. */
  percent: string | null
  approximate?: boolean
  tone?: 'known' | 'unknown'
}

/** A part of a whole: a bar and its figure, with ≈ where an assumption lies on the way. */
export function ShareBar({ percent, approximate, tone = 'known' }: Props) {
  return (
    <span className={styles.share} data-tone={tone}>
      <i aria-hidden="true">
        {percent !== null && <b style={{ width: `${Math.min(100, Number(percent))}%` }} />}
      </i>
      <span>{percent === null ? '—' : `${approximate ? '≈ ' : ''}${shownPercent(percent)} %`}</span>
    </span>
  )
}
