import { useTranslation } from 'react-i18next'
import styles from './change-list.module.css'
import type { Change } from './changes'

/** Field by field: what was recorded struck through, what stands instead beside it. */
export function ChangeList({ changes }: { changes: Change[] }) {
  const { t } = useTranslation()
  return (
    <dl className={styles.changes} data-testid="changes">
      {changes.map(({ key, label, before, after }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <del>
              <span className="visually-hidden">{t('correction.was')} </span>
              {before || t('correction.nothing')}
            </del>
            <span aria-hidden="true">→</span>
            <ins>{after || t('correction.nothing')}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
