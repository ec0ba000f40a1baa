/** The lots opened last on this device, newest first. */
export interface RecentLot {
  id: string
  code: string
  kind: string
  product: string
}

const KEY = 'lotline.recent-lots'
const KEPT = 8

/** Read the list; anything unreadable counts as none. */
export function readRecentLots(): RecentLot[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? (stored as RecentLot[]) : []
  } catch {
    return []
  }
}

/** Put a lot at the head of the list. */
export function rememberLot(lot: RecentLot): void {
  const others = readRecentLots().filter(known => known.id !== lot.id)
  localStorage.setItem(KEY, JSON.stringify([lot, ...others].slice(0, KEPT)))
}

/** Forget all, when somebody leaves a shared screen. */
export function forgetLots(): void {
  localStorage.removeItem(KEY)
}
