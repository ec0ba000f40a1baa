import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LotRef } from '@/api/records'
import { ThingIcon } from '@/kit/icons/thing-icon'
import { ProblemAlert } from '@/kit/problem-alert'
import { foundLotsQueryOptions } from '../../api/found-lots'
import styles from './lot-scan.module.css'

interface Props {
  label: string
  onFound: (lot: LotRef) => void
  onClose?: () => void
  autoFocus?: boolean
  testId?: string
}

/** A field that a scan or a typed code lands in; one fitting lot is taken, several are offered. */
export function LotScan({ label, onFound, onClose, autoFocus, testId }: Props) {
  const { t } = useTranslation()
  const cache = useQueryClient()
  const [text, setText] = useState('')
  const [found, setFound] = useState<LotRef[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const take = (lot: LotRef) => {
    setText('')
    setFound(null)
    onFound(lot)
  }
  const look = async () => {
    const code = text.trim()
    if (!code) return
    setError(null)
    try {
      const lots = await cache.fetchQuery(foundLotsQueryOptions(code))
      const meant = lots.filter(lot => lot.code === code)
      const [only] = meant.length === 1 ? meant : lots
      if (only && (meant.length === 1 || lots.length === 1)) take(only)
      else setFound(lots)
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <div className={styles.scan}>
      <div className={styles.line}>
        <Input
          autoFocus={autoFocus}
          aria-label={label}
          placeholder={label}
          value={text}
          onChange={event => setText(event.target.value)}
          onPressEnter={look}
          onKeyDown={event => event.key === 'Escape' && onClose?.()}
          data-testid={testId}
        />
        <Button onClick={look}>{t('correction.find')}</Button>
        {onClose && <Button onClick={onClose}>{t('action.cancel')}</Button>}
      </div>
      {error != null && <ProblemAlert error={error} />}
      {found?.length === 0 && (
        <p className={styles.none} role="status">
          {t('search.none')}
        </p>
      )}
      {found && found.length > 0 && (
        <ul className={styles.found}>
          {found.map(lot => (
            <li key={lot.id}>
              <button type="button" onClick={() => take(lot)}>
                <ThingIcon kind={lot.kind} size={15} />
                <strong>{lot.code}</strong>
                <small>{lot.product}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
