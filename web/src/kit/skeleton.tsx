import { useTranslation } from 'react-i18next'
import styles from './skeleton.module.css'

/** Grey bars where text will stand, so that the page does not jump. */
export function Skeleton({ rows = 5 }: { rows?: number }) {
  const { t } = useTranslation()
  return (
    <div className={styles.skeleton} role="status" aria-label={t('state.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <i key={`row-${row + 1}`} data-width={row % 4} />
      ))}
    </div>
  )
}
