import { App, Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

const HoldDialog = lazy(async () => ({ default: (await import('./hold-dialog')).HoldDialog }))

interface Props {
  lots: { id: string; code: string }[]
  /** What the button says; one lot needs no more than the word. */
  label?: string
}

/** Opens the dialog that holds lots. */
export function HoldButton({ lots, label }: Props) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const done = () => {
    setOpen(false)
    message.success(t('hold.done'))
  }
  return (
    <>
      <Button
        danger
        disabled={lots.length === 0}
        onClick={() => setOpen(true)}
        data-testid="hold-button"
      >
        {label ?? t('hold.action')}
      </Button>
      <Suspense fallback={null}>
        {open && <HoldDialog lots={lots} onClose={() => setOpen(false)} onDone={done} />}
      </Suspense>
    </>
  )
}
