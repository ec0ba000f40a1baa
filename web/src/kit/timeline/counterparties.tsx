import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LotRef } from '@/api/records'
import { usePrinting } from '@/lib/use-printing'
import { LotTag } from '../lot-tag'
import styles from './timeline.module.css'

const SHOWN = 6

/** The other lots of an event; a crowd is folded until asked for. */
export function Counterparties({ lots }: { lots: LotRef[] }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const printing = usePrinting()
  const shown = all || printing ? lots : lots.slice(0, SHOWN)
  if (lots.length === 0) return null
  return (
    <p className={styles.others}>
      {shown.map(lot => (
        <span key={lot.id} className={styles.other}>
          <LotTag lot={lot} />
          {lot.product && <small>{lot.product}</small>}
        </span>
      ))}
      {shown.length < lots.length && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t('action.show_more', { count: lots.length - shown.length })}
        </button>
      )}
    </p>
  )
}
