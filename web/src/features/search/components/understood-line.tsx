import { useTranslation } from 'react-i18next'
import type { Understood } from '@/api/records'
import styles from './hits.module.css'

const PARTS = ['gtin', 'lot', 'serial', 'sscc'] as const

/** How a scan was read: its GS1 parts, or why it was taken as plain text. */
export function UnderstoodLine({ understood }: { understood: Understood | null | undefined }) {
  const { t } = useTranslation()
  if (!understood || (understood.scheme === 'plain' && !understood.note)) return null
  const parts = PARTS.filter(part => understood[part])
  return (
    <p className={styles.understood}>
      <b>{t(`scheme.${understood.scheme}`, { defaultValue: understood.scheme })}</b>
      {parts.map(part => (
        <span key={part}>
          {t(`gs1.${part}`)} <code>{understood[part]}</code>
        </span>
      ))}
      {understood.note && <span>{understood.note}</span>}
    </p>
  )
}
