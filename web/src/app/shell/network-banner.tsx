import { useTranslation } from 'react-i18next'
import { useOnline } from '@/lib/use-online'
import styles from './network-banner.module.css'

/** Says that what is on the screen may be old, while there is no network. */
export function NetworkBanner() {
  const { t } = useTranslation()
  if (useOnline()) return null
  return (
    <p className={styles.banner} role="status" data-testid="offline-banner">
      {t('state.offline')}
    </p>
  )
}
