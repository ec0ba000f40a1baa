import { App, Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

const ReleaseDialog = lazy(async () => ({
  default: (await import('./release-dialog')).ReleaseDialog,
}))

/** Opens the dialog that lifts a hold. */
export function ReleaseButton({ hold }: { hold: string }) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const done = () => {
    setOpen(false)
    message.success(t('release.done'))
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} data-testid="release-button">
        {t('release.action')}
      </Button>
      <Suspense fallback={null}>
        {open && <ReleaseDialog hold={hold} onClose={() => setOpen(false)} onDone={done} />}
      </Suspense>
    </>
  )
}
