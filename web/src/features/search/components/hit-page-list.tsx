import { Link } from 'react-router'
import type { Hit } from '@/api/records'
import { hitAddress } from './hit-address'
import { HitRow } from './hit-row'
import styles from './hits.module.css'

/** The candidates as a page shows them. */
export function HitPageList({ hits }: { hits: Hit[] }) {
  return (
    <ul>
      {hits.map(hit => (
        <li key={`${hit.kind}${hit.id}${hit.code}`}>
          <Link className={styles.hit} to={hitAddress(hit)} data-testid="trace-hit">
            <HitRow hit={hit} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
