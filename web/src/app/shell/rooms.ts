/** The rooms of the Desk in the order of the rail, each with the permission that opens it. */
export interface Room {
  key: string
  path: string
  permission: string | null
}

export const ROOMS: Room[] = [
  { key: 'home', path: '/', permission: null },
  { key: 'trace', path: '/trace', permission: 'trace.read' },
  { key: 'lots', path: '/lots', permission: 'lots.read' },
  { key: 'events', path: '/events', permission: 'events.read' },
  { key: 'scope', path: '/scope', permission: 'trace.read' },
  { key: 'holds', path: '/holds', permission: 'lots.read' },
  { key: 'attempts', path: '/attempts', permission: 'attempts.read' },
  { key: 'ledger', path: '/ledger', permission: 'audit.read' },
  { key: 'masters', path: '/masters', permission: 'masters.read' },
]

/** The rooms that are open to somebody with these permissions. */
export function openRooms(permissions: string[]): Room[] {
  return ROOMS.filter(room => room.permission === null || permissions.includes(room.permission))
}
