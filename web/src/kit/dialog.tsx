import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './dialog.module.css'

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
  /** A sheet that rises from the foot of a phone. */
  sheet?: boolean
}

/** The browser's own dialog: it keeps the focus, Escape leaves it, the page behind rests. */
export function Dialog({ title, onClose, children, sheet }: Props) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={sheet ? styles.sheet : styles.dialog}
      aria-label={title}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
    >
      <header className={styles.head}>
        <h2>{title}</h2>
        <button
          type="button"
          className={styles.close}
          onClick={onClose}
          aria-label={t('action.close')}
        >
          ×
        </button>
      </header>
      {children}
    </dialog>
  )
}
