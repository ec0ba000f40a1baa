import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useNavigation } from 'react-router'
import { useMe } from '@/features/access/api/me'
import { SearchBox } from '@/features/search/components/search-box'
import { LogoMark } from '@/kit/icons/logo-mark'
import { Skeleton } from '@/kit/skeleton'
import { usePhone } from '@/lib/use-phone'
import { AccountMenu } from './account-menu'
import { BottomBar } from './bottom-bar'
import styles from './desk-shell.module.css'
import { NetworkBanner } from './network-banner'
import { Rail } from './rail'
import { openRooms } from './rooms'

/** The Desk: rail at the left (bar at the foot of a phone), search on top, the page below. */
export function DeskShell() {
  const { t } = useTranslation()
  const phone = usePhone()
  const me = useMe().data
  const busy = useNavigation().state === 'loading'
  const rooms = openRooms(me?.permissions ?? [])
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('shell.skip')}
      </a>
      {!phone && <Rail rooms={rooms} />}
      <div className={styles.column}>
        <header className={styles.bar}>
          {phone && <LogoMark size={34} />}
          <div className={styles.search}>
            <SearchBox />
          </div>
          <AccountMenu />
          {busy && <i className={styles.progress} role="status" aria-label={t('state.loading')} />}
        </header>
        <NetworkBanner />
        <main id="content" className={styles.content} tabIndex={-1}>
          <Suspense fallback={<Skeleton rows={8} />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {phone && <BottomBar rooms={rooms} />}
    </div>
  )
}
