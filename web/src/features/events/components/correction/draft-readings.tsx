import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { unitName } from '@/lib/units'
import type { Change } from './changes'
import type { DraftReading, EventDraft } from './draft'
import { DraftField } from './draft-field'
import styles from './fields.module.css'

interface Props {
  recorded: EventDraft
  draft: EventDraft
  changes: Change[]
  onChange: (readings: DraftReading[]) => void
}

/** The values that were read; one that was never read is taken out. */
export function DraftReadings({ recorded, draft, changes, onChange }: Props) {
  const { t } = useTranslation()
  const now = new Map(draft.readings.map(reading => [reading.key, reading]))
  const set = (key: string, value: string) =>
    onChange(draft.readings.map(old => (old.key === key ? { ...old, value } : old)))
  return (
    <div className={styles.grid}>
      {recorded.readings.map(known => {
        const { key, unit, kde } = known
        const reading = now.get(key)
        const label = known.name || t(`kde.${kde}`, { defaultValue: kde })
        const change = changes.find(made => made.key === `reading:${key}`)
        return (
          <DraftField key={key} label={label} was={change?.before} changed={Boolean(change)}>
            {reading ? (
              <Input
                aria-label={label}
                value={reading.value}
                suffix={<span className={styles.unit}>{unitName(t, unit)}</span>}
                onChange={event => set(key, event.target.value)}
                data-testid={`correct-reading-${kde}`}
              />
            ) : null}
            <div>
              <Button
                size="small"
                type="link"
                onClick={() =>
                  onChange(
                    reading
                      ? draft.readings.filter(other => other.key !== key)
                      : recorded.readings.flatMap(
                          old => (old.key === key ? known : now.get(old.key)) ?? [],
                        ),
                  )
                }
              >
                {t(reading ? 'correction.not_read' : 'correction.put_back')}
              </Button>
            </div>
          </DraftField>
        )
      })}
    </div>
  )
}
