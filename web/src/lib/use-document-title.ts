import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

/** Name the browser tab after what is on the screen. */
export function useDocumentTitle(title: string): void {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = title ? `${title} · ${t('app.name')}` : t('app.name')
  }, [title, t])
}
