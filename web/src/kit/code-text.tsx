import { CheckOutlined, CopyOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './code-text.module.css'

interface Props {
  value: string
  testId?: string
}

/** A code that can be taken along with one click. */
export function CodeText({ value, testId }: Props) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    setTimeout(() => setCopied(false), 1500)
  }
  return (
    <span className={styles.code}>
      <span data-testid={testId}>{value}</span>
      {navigator.clipboard && (
        <button
          type="button"
          className={styles.copy}
          onClick={copy}
          aria-label={t('action.copy', { value })}
        >
          {copied ? <CheckOutlined /> : <CopyOutlined />}
        </button>
      )}
    </span>
  )
}
