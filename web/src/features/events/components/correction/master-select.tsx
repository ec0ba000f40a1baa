import { Select } from 'antd'
import { useLanguage } from '@/lib/use-language'
import type { Choice } from './draft'
import type { Master } from './draft-of-event'
import styles from './fields.module.css'

interface Props {
  label: string
  masters: Master[]
  value: Choice | null
  onChange: (choice: Choice | null) => void
  testId?: string
}

/** One master out of a list, found by typing; a name that fits none stands there in red. */
export function MasterSelect({ label, masters, value, onChange, testId }: Props) {
  const options = useMasterOptions(masters)
  return (
    <Select
      className={styles.wide}
      aria-label={label}
      data-testid={testId}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      status={value && value.id === null ? 'error' : undefined}
      placeholder={value?.name || '—'}
      value={value?.id ?? undefined}
      options={options}
      onChange={(id: string | undefined) => onChange(choiceAmong(options, id))}
    />
  )
}

/** Several masters out of a list. */
export function MastersSelect({
  label,
  masters,
  value,
  onChange,
}: Omit<Props, 'value' | 'onChange'> & {
  value: Choice[]
  onChange: (choices: Choice[]) => void
}) {
  const options = useMasterOptions(masters)
  const unnamed = value.filter(choice => choice.id === null)
  return (
    <Select
      className={styles.wide}
      mode="multiple"
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      status={unnamed.length > 0 ? 'error' : undefined}
      placeholder={unnamed.map(choice => choice.name).join(', ') || '—'}
      value={value.flatMap(choice => choice.id ?? [])}
      options={options}
      onChange={(ids: string[]) => onChange(ids.flatMap(id => choiceAmong(options, id) ?? []))}
    />
  )
}

interface Option {
  value: string
  label: string
}

function useMasterOptions(masters: Master[]): Option[] {
  const language = useLanguage()
  return masters.map(({ id, name, name_en, code }) => ({
    value: id,
    label: (language === 'en' && name_en) || name || code,
  }))
}

function choiceAmong(options: Option[], id: string | undefined): Choice | null {
  const found = options.find(option => option.value === id)
  return found ? { id: found.value, name: found.label } : null
}
