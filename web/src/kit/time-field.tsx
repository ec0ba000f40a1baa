import { useId } from 'react'
import { fieldTime, instantOf } from '@/lib/local-time'
import styles from './time-field.module.css'

interface Props {
  label: string
  hint?: string
  value: string | null | undefined
  onChange: (instant: string | null) => void
  testId?: string
}

/** A date and time typed on the clock of the plant; emptied, it asks for nothing. */
export function TimeField({ label, hint, value, onChange, testId }: Props) {
  const id = useId()
  const shown = fieldTime(value).replace(/:00$/, '')
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        key={shown}
        id={id}
        type="datetime-local"
        defaultValue={shown}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onBlur={event => settle(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Enter') settle(event.currentTarget.value)
        }}
        data-testid={testId}
      />
      {hint && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  )

  function settle(text: string) {
    if (text !== shown) onChange(instantOf(text))
  }
}
