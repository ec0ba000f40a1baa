import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { anatomyOf } from './anatomy'
import type { Change } from './changes'
import type { EventDraft } from './draft'
import { DraftField } from './draft-field'
import type { Masters } from './draft-of-event'
import styles from './fields.module.css'
import { MasterSelect, MastersSelect } from './master-select'
import { TimeField } from './time-field'

interface Props {
  draft: EventDraft
  masters: Masters
  changes: Change[]
  onChange: (change: Partial<EventDraft>) => void
}

const VERDICTS = ['conforming', 'nonconforming', 'pending']

/** When, where, who and with whom, each to be put right where it stands. */
export function DraftFields({ draft, masters, changes, onChange }: Props) {
  const { t } = useTranslation()
  const { asks = [] } = anatomyOf(draft.kind) ?? {}
  const field = (key: string, control: (label: string) => ReactNode, wide = false) => {
    const label = t(`field.${key}`)
    const change = changes.find(made => made.key === key)
    return (
      <DraftField label={label} was={change?.before} changed={Boolean(change)} wide={wide}>
        {control(label)}
      </DraftField>
    )
  }
  const text = (key: 'operator' | 'run' | 'crew' | 'reason') =>
    field(key, label => (
      <Input
        aria-label={label}
        maxLength={200}
        value={draft[key]}
        onChange={event => onChange({ [key]: event.target.value })}
        data-testid={`correct-${key}`}
      />
    ))
  const master = (key: 'place' | 'customer' | 'supplier' | 'tank' | 'owner', from: keyof Masters) =>
    field(key, label => (
      <MasterSelect
        label={label}
        masters={masters[from]}
        value={draft[key]}
        onChange={choice => onChange({ [key]: choice })}
        testId={`correct-${key}`}
      />
    ))
  const time = (key: 'event_time' | 'event_time_to', name: 'eventTime' | 'eventTimeTo') =>
    field(key, label => (
      <TimeField
        label={label}
        value={draft[name]}
        onChange={value => onChange({ [name]: value })}
        testId={`correct-${key}`}
      />
    ))
  return (
    <div className={styles.grid}>
      {time('event_time', 'eventTime')}
      {time('event_time_to', 'eventTimeTo')}
      {master('place', 'locations')}
      {field('equipment', label => (
        <MastersSelect
          label={label}
          masters={masters.equipment}
          value={draft.equipment}
          onChange={equipment => onChange({ equipment })}
        />
      ))}
      {text('operator')}
      {text('crew')}
      {text('run')}
      {asks.includes('customer') && master('customer', 'parties')}
      {asks.includes('supplier') && master('supplier', 'parties')}
      {asks.includes('tank') && master('tank', 'equipment')}
      {draft.owner && master('owner', 'parties')}
      {asks.includes('reason') && text('reason')}
      {asks.includes('verdict') &&
        field('verdict', label => (
          <Select
            className={styles.wide}
            aria-label={label}
            value={draft.verdict || undefined}
            onChange={(verdict: string) => onChange({ verdict })}
            options={VERDICTS.map(value => ({ value, label: t(`quality.${value}`) }))}
          />
        ))}
      {field(
        'note',
        label => (
          <Input.TextArea
            aria-label={label}
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={4000}
            value={draft.note}
            onChange={event => onChange({ note: event.target.value })}
            data-testid="correct-event-note"
          />
        ),
        true,
      )}
    </div>
  )
}
