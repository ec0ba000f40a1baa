import { Glyph } from '../icons/glyph'
import styles from './genealogy-graph.module.css'

interface Props {
  label: string
  sign: string
  onClick: () => void
  testId?: string
}

/** One tool of the picture. */
export function ToolButton({ label, sign, onClick, testId }: Props) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      onClick={onClick}
      data-testid={testId}
    >
      <Glyph size={17}>
        <path d={sign} />
      </Glyph>
    </button>
  )
}
