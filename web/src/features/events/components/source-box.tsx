import styles from './source-box.module.css'

/** The document an event came with, folded away until wanted. */
export function SourceBox({ title, document }: { title: string; document: unknown }) {
  if (!document) return null
  return (
    <details className={styles.box}>
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{JSON.stringify(document, null, 2)}</pre>
    </details>
  )
}
