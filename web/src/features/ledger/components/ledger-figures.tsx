import { useTranslation } from 'react-i18next'
import type { LedgerStanding } from '@/api/records'
import { groupDigits } from '@/lib/quantity'
import { splitSeconds } from '@/lib/time'
import styles from './ledger-figures.module.css'

/** The figures that tell at a glance how the ledger stands. */
export function LedgerFigures({ standing }: { standing: LedgerStanding }) {
  const { t } = useTranslation()
  const { checkpoint, checkpoint_age_seconds: age } = standing
  const seconds = age === null ? null : splitSeconds(age)
  const number = (value: number) => groupDigits(String(value))
  const figures: [string, string][] = [
    ['events', number(standing.events)],
    ['streams', number(standing.streams)],
    ['checkpoint', checkpoint ? `# ${checkpoint.number}` : '—'],
    ['age', seconds ? t(`duration.${seconds.unit}`, { amount: seconds.amount }) : '—'],
    ['unsigned', number(standing.unsigned)],
    ['unordered', number(standing.unordered)],
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(([key, text]) => (
        <div key={key} data-testid={`ledger-${key}`}>
          <dt>{t(`ledger.figure.${key}`)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
