import { useMay } from '@/features/access/api/me'
import HomePage from '@/features/overview/routes/home-page'

/** The workbench, without doors that are closed to the reader. */
export default function HomeRoute() {
  return <HomePage mayAttempts={useMay('attempts.read')} />
}
