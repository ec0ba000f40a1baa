import { useMay } from '@/features/access/api/me'
import HoldListPage from '@/features/quality/routes/hold-list-page'

/** The list of holds, with the right to release that the reader has. */
export default function HoldsRoute() {
  return <HoldListPage mayRelease={useMay('hold.release')} />
}
