import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Hit, SearchResult } from '@/api/records'
import { ProblemAlert } from '@/kit/problem-alert'
import { HitRow } from './hit-row'
import styles from './hits.module.css'
import { UnderstoodLine } from './understood-line'

interface Props {
  id: string
  found: UseQueryResult<SearchResult>
  active: number
  onPick: (hit: Hit) => void
}

/** The candidates under the search box. */
export function HitList({ id, found, active, onPick }: Props) {
  const { t } = useTranslation()
  const hits = found.data?.items ?? []
  return (
    <div className={styles.list}>
      {found.error && <ProblemAlert error={found.error} />}
      <UnderstoodLine understood={found.data?.understood} />
      {found.data && hits.length === 0 && <p className={styles.none}>{t('search.none')}</p>}
      <div id={id} role="listbox" aria-label={t('search.candidates')}>
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field that owns the list
          <div
            key={`${hit.kind}${hit.id}${hit.code}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.hit}
            onMouseDown={event => event.preventDefault()}
            onClick={() => onPick(hit)}
            data-testid="search-hit"
          >
            <HitRow hit={hit} />
          </div>
        ))}
      </div>
    </div>
  )
}
