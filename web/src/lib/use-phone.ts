import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(max-width: 767px)')

/** True on a screen too narrow for a rail and wide tables. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    notify => {
      query.addEventListener('change', notify)
      return () => query.removeEventListener('change', notify)
    },
    () => query.matches,
  )
}
