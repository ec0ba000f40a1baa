import { Switch } from 'antd'
import { type ReactNode, useId } from 'react'
import styles from './switch-field.module.css'

interface Props {
  label: string
  hint?: ReactNode
  on: boolean
  onChange: (on: boolean) => void
  testId?: string
}

/** A switch with its name and, beneath, what it does. */
export function SwitchField({ label, hint, on, onChange, testId }: Props) {
  const id = useId()
  return (
    <div className={styles.field}>
      <Switch
        id={id}
        size="small"
        checked={on}
        onChange={onChange}
        aria-describedby={hint ? `${id}-hint` : undefined}
        data-testid={testId}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && <p id={`${id}-hint`}>{hint}</p>}
      </div>
    </div>
  )
}
