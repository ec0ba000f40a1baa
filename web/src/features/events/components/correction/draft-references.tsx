import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Change } from './changes'
import type { DraftReference } from './draft'
import styles from './fields.module.css'

interface Props {
  references: DraftReference[]
  changes: Change[]
  onChange: (references: DraftReference[]) => void
}

const TYPES = [
  'sales_order',
  'purchase_order',
  'work_order',
  'waybill',
  'delivery_note',
  'certificate',
  'complaint',
  'rma',
]

/** The documents the event belongs to: put right, taken out, added. */
export function DraftReferences({ references, changes, onChange }: Props) {
  const { t } = useTranslation()
  const set = (key: string, change: Partial<DraftReference>) =>
    onChange(references.map(old => (old.key === key ? { ...old, ...change } : old)))
  const old = changes.filter(change => change.key.startsWith('reference:') && change.before)
  return (
    <div className={styles.stack}>
      {references.map(({ key, type, id }) => (
        <div key={key} className={styles.row}>
          <Select
            aria-label={t('correction.reference_type')}
            value={type}
            onChange={(value: string) => set(key, { type: value })}
            options={[...new Set([type, ...TYPES])].map(value => ({
              value,
              label: t(`reference.${value}`, { defaultValue: value }),
            }))}
          />
          <Input
            aria-label={`${t('field.references')} ${id}`}
            value={id}
            maxLength={200}
            onChange={event => set(key, { id: event.target.value })}
            data-testid="correct-reference"
          />
          <Button
            type="text"
            aria-label={t('correction.remove', { code: id })}
            onClick={() => onChange(references.filter(other => other.key !== key))}
          >
            ×
          </Button>
        </div>
      ))}
      {old.map(change => (
        <p key={change.key} className={styles.was} data-testid="old-value">
          <del>{change.before}</del>
        </p>
      ))}
      <div>
        <Button
          size="small"
          onClick={() =>
            onChange([...references, { key: crypto.randomUUID(), type: 'waybill', id: '' }])
          }
        >
          ＋ {t('correction.add_reference')}
        </Button>
      </div>
    </div>
  )
}
