import { useTranslation } from 'react-i18next'
import { groupDigits } from '@/lib/quantity'
import type { Protection } from './protection'
import styles from './protection-bar.module.css'

const STRETCHES = ['exported', 'signed', 'unsigned'] as const

/** All events in a row: proven from outside, signed but only inside, not signed yet. */
export function ProtectionBar({ protection }: { protection: Protection }) {
  const { t } = useTranslation()
  const shown = STRETCHES.filter(stretch => protection[stretch] > 0)
  return (
    <div className={styles.protection} data-testid="protection">
      <div className={styles.bar} aria-hidden="true">
        {shown.map(stretch => (
          <i key={stretch} data-stretch={stretch} style={{ flexGrow: protection[stretch] }} />
        ))}
      </div>
      <ul>
        {STRETCHES.map(stretch => (
          <li key={stretch}>
            <i data-stretch={stretch} aria-hidden="true" />
            <span>
              <strong>{groupDigits(String(protection[stretch]))}</strong>{' '}
              {t(`ledger.stretch.${stretch}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
