import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { problemOf } from '@/lib/problem'
import styles from './problem-alert.module.css'

interface Props {
  error: unknown
  onRetry?: () => void
}

/** What went wrong, in the server's own words, with the number to quote and a way to try again. */
export function ProblemAlert({ error, onRetry }: Props) {
  const { t } = useTranslation()
  const problem = problemOf(error)
  const known = t(`problem.${problem.code.replaceAll('.', '_')}`, { defaultValue: '' })
  const general = known || problem.title || t('problem.unknown', { status: problem.status })
  const title = problem.errors.length === 0 && problem.detail ? problem.detail : general
  return (
    <div role="alert" className={styles.alert} data-testid="problem">
      <div className={styles.body}>
        <strong>{title}</strong>
        {problem.detail && problem.detail !== title && <p>{problem.detail}</p>}
        <ul>
          {problem.errors.map(item => (
            <li key={`${item.pointer}${item.code}`}>{item.message || item.code}</li>
          ))}
        </ul>
        <p className={styles.trail}>
          {problem.code}
          {problem.correlationId && ` · ${t('problem.correlation')} ${problem.correlationId}`}
        </p>
      </div>
      {onRetry && <Button onClick={onRetry}>{t('action.retry')}</Button>}
    </div>
  )
}
