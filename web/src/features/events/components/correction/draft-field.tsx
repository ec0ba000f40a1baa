import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './fields.module.css'

interface Props {
  label: string
  /** What the record says, shown struck through once the draft says something else. */
  was?: string
  changed: boolean
  wide?: boolean
  children: ReactNode
}

/** A named control; what was recorded stays visible beside what is to stand there. */
export function DraftField({ label, was, changed, wide, children }: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.field} data-wide={wide} data-changed={changed || undefined}>
      <span className={styles.label}>{label}</span>
      {children}
      {changed && (
        <span className={styles.was} data-testid="old-value">
          <span className="visually-hidden">{t('correction.was')} </span>
          <del>{was || t('correction.nothing')}</del>
        </span>
      )}
    </div>
  )
}
