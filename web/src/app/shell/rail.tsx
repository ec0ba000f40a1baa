import { useTranslation } from 'react-i18next'
import { Link, NavLink } from 'react-router'
import { LogoMark } from '@/kit/icons/logo-mark'
import { NavIcon } from '@/kit/icons/nav-icon'
import styles from './rail.module.css'
import type { Room } from './rooms'

/** The rooms one above the other. */
export function Rail({ rooms }: { rooms: Room[] }) {
  const { t } = useTranslation()
  return (
    <aside className={styles.rail}>
      <Link to="/" className={styles.brand}>
        <LogoMark size={34} />
        <span>
          <strong>{t('app.name')}</strong>
          <small>{t('app.family')}</small>
        </span>
      </Link>
      <nav aria-label={t('shell.rooms')}>
        {rooms.map(room => (
          <NavLink
            key={room.key}
            to={room.path}
            end={room.path === '/'}
            className={({ isActive }) => (isActive ? styles.here : styles.room)}
            data-testid={`nav-${room.key}`}
          >
            <NavIcon name={room.key} />
            {t(`room.${room.key}`)}
          </NavLink>
        ))}
      </nav>
    </aside>
  )
}
