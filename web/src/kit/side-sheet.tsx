import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './side-sheet.module.css'

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
  testId?: string
}

/** A sheet at the right (from the foot of a phone) over the page, which stays as it was. */
export function SideSheet({ title, onClose, children, testId }: Props) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; the click is on the ground behind
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label={title}
      data-testid={testId}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onClick={event => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div className={styles.paper}>
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
      </div>
    </dialog>
  )
}
