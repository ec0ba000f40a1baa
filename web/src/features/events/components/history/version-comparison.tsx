import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '@/kit/problem-alert'
import { Skeleton } from '@/kit/skeleton'
import { useLanguage } from '@/lib/use-language'
import { useEvent } from '../../api/event'
import { ChangeList } from '../correction/change-list'
import { changesOf } from '../correction/changes'
import { draftOf, type Masters } from '../correction/draft-of-event'
import { factsOf } from '../correction/facts'
import type { Pair } from './stages'
import styles from './version-comparison.module.css'

/** Two versions only compared by name need no list of masters. */
const NAMES_ONLY: Masters = { sites: [], locations: [], parties: [], equipment: [] }

/** Field by field, what the later version says otherwise. */
export function VersionComparison({ pair }: { pair: Pair }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const before = useEvent(pair.before)
  const after = useEvent(pair.after)
  const error = before.error ?? after.error
  if (error) return <ProblemAlert error={error} onRetry={() => after.refetch()} />
  if (!before.data || !after.data) return <Skeleton rows={3} />
  const [old, now] = [before.data, after.data].map(event =>
    factsOf(t, language, draftOf(event, NAMES_ONLY)),
  )
  const changes = changesOf(old ?? [], now ?? [])
  return (
    <section className={styles.comparison} aria-label={t('history.changes')}>
      <h3>{t('history.changes')}</h3>
      {changes.length === 0 ? <p>{t('history.same')}</p> : <ChangeList changes={changes} />}
    </section>
  )
}
