import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { Dialog } from '@/kit/dialog'
import { NavIcon } from '@/kit/icons/nav-icon'
import styles from './bottom-bar.module.css'
import type { Room } from './rooms'

const SHOWN = 4

/** The rooms at the thumb: the first few, the rest behind "more". */
export function BottomBar({ rooms }: { rooms: Room[] }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const rest = rooms.slice(SHOWN)
  return (
    <nav className={styles.bar} aria-label={t('shell.rooms')}>
      {rooms.slice(0, SHOWN).map(room => (
        <RoomLink key={room.key} room={room} />
      ))}
      {rest.length > 0 && (
        <button
          type="button"
          className={styles.room}
          onClick={() => setOpen(true)}
          aria-expanded={open}
        >
          <NavIcon name="more" />
          {t('shell.more')}
        </button>
      )}
      {open && (
        <Dialog sheet title={t('shell.more')} onClose={() => setOpen(false)}>
          <div className={styles.rest}>
            {rest.map(room => (
              <RoomLink key={room.key} room={room} onClick={() => setOpen(false)} />
            ))}
          </div>
        </Dialog>
      )}
    </nav>
  )
}

function RoomLink({ room, onClick }: { room: Room; onClick?: () => void }) {
  const { t } = useTranslation()
  return (
    <NavLink
      to={room.path}
      end={room.path === '/'}
      onClick={onClick}
      className={({ isActive }) => (isActive ? styles.here : styles.room)}
      data-testid={`nav-${room.key}`}
    >
      <NavIcon name={room.key} />
      {t(`room_short.${room.key}`)}
    </NavLink>
  )
}
