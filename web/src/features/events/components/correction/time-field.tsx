import styles from './fields.module.css'

interface Props {
  label: string
  value: string
  onChange: (text: string) => void
  testId?: string
}

/** The browser's own date and time, in the plant's zone, to the second. */
export function TimeField({ label, value, onChange, testId }: Props) {
  return (
    <input
      type="datetime-local"
      step="1"
      className={styles.time}
      aria-label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      data-testid={testId}
    />
  )
}
