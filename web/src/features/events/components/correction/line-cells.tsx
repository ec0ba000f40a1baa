import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LotTag } from '@/kit/lot-tag'
import { unitName } from '@/lib/units'
import type { DraftLine } from './draft'
import styles from './draft-lines.module.css'
import { LotScan } from './lot-scan'
import { unitChoices } from './unit-choices'

interface Props {
  line: DraftLine
  onChange: (line: DraftLine) => void
}

/** The lot of a line, to be replaced by another one; of a loss, its reason. */
export function LotCell({ line, onChange }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  if (!line.lot) {
    return (
      <div className={styles.cell}>
        <span>{t('field.reason')}</span>
        <Input
          aria-label={t('field.reason')}
          value={line.reason}
          maxLength={200}
          onChange={event => onChange({ ...line, reason: event.target.value })}
        />
      </div>
    )
  }
  return (
    <div className={styles.lot}>
      <LotTag lot={line.lot} />
      <small>{line.lot.product}</small>
      {open ? (
        <LotScan
          autoFocus
          label={t('correction.scan')}
          testId="correct-scan"
          onClose={() => setOpen(false)}
          onFound={lot => {
            setOpen(false)
            onChange({ ...line, lot })
          }}
        />
      ) : (
        <button
          type="button"
          className={styles.other}
          onClick={() => setOpen(true)}
          data-testid="correct-other-lot"
        >
          {t('correction.other_lot')}
        </button>
      )}
    </div>
  )
}

/** How much, in which unit. */
export function QuantityCell({ line, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.cell}>
      <span>{t('field.quantity')}</span>
      <div className={styles.quantity}>
        <Input
          inputMode="decimal"
          aria-label={`${t('field.quantity')} ${line.lot?.code ?? line.reason}`}
          value={line.quantity}
          onChange={event => onChange({ ...line, quantity: event.target.value.trim() })}
          data-testid="correct-quantity"
        />
        <Select
          aria-label={`${t('correction.unit')} ${line.lot?.code ?? line.reason}`}
          value={line.unit || undefined}
          onChange={(unit: string) => onChange({ ...line, unit })}
          options={unitChoices(line.unit).map(value => ({ value, label: unitName(t, value) }))}
        />
      </div>
    </div>
  )
}
