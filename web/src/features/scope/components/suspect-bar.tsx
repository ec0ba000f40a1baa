import { useTranslation } from 'react-i18next'
import type { LotRef } from '@/api/records'
import { LotTag } from '@/kit/lot-tag'
import { useNamedLots } from '../api/named-lots'
import { SuspectPicker } from './suspect-picker'
import styles from './suspects.module.css'

interface Props {
  lots: string[]
  known: LotRef[]
  onChange: (lots: string[]) => void
}

/** The suspects, each to be taken out again, and the field that adds another. */
export function SuspectBar({ lots, known, onChange }: Props) {
  const { t } = useTranslation()
  const told = new Map(known.map(lot => [lot.id, lot]))
  // A pallet stands for the lots in it, and narrowing may leave lots out: those are asked for by name.
  for (const lot of useNamedLots(lots.filter(id => !told.has(id)))) told.set(lot.id, lot)
  const named = lots.map(id => told.get(id) ?? { id, code: `${id.slice(0, 8)}…`, kind: 'lot' })
  return (
    <div className={styles.bar}>
      {named.length > 0 && (
        <ul className={styles.chips} aria-label={t('scope.suspects')}>
          {named.map(lot => (
            <li key={lot.id} className={styles.chip} data-testid="suspect">
              <LotTag lot={lot} />
              {'product' in lot && lot.product && <small>{lot.product}</small>}
              <button
                type="button"
                onClick={() => onChange(lots.filter(one => one !== lot.id))}
                aria-label={t('scope.remove', { code: lot.code })}
                data-testid="suspect-remove"
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <SuspectPicker onPick={lot => onChange([...new Set([...lots, lot])])} />
    </div>
  )
}
