import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Hit } from '@/api/records'
import { ThingIcon } from '@/kit/icons/thing-icon'
import { ProblemAlert } from '@/kit/problem-alert'
import { findLotsOptions } from '../api/find-lots'
import styles from './suspects.module.css'

/** Type or scan a code: the one lot it means is added at once, of several the reader chooses. */
export function SuspectPicker({ onPick }: { onPick: (lot: string) => void }) {
  const { t } = useTranslation()
  const cache = useQueryClient()
  const [text, setText] = useState('')
  const [hits, setHits] = useState<Hit[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const pick = (hit: Hit) => {
    onPick(hit.id)
    setText('')
    setHits(null)
  }
  const search = async (wanted: string) => {
    if (!wanted.trim()) return setHits(null)
    setBusy(true)
    setError(null)
    try {
      const found = await cache.fetchQuery(findLotsOptions(wanted.trim()))
      const [only, second] = found.hits
      if (found.exact && only && !second) pick(only)
      else setHits(found.hits)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list closes when keys or focus leave it
    <div
      className={styles.picker}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) setHits(null)
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') setHits(null)
      }}
    >
      <Input.Search
        allowClear
        value={text}
        loading={busy}
        enterButton={t('scope.add')}
        aria-label={t('scope.add_hint')}
        placeholder={t('scope.add_hint')}
        onChange={event => {
          setText(event.target.value)
          if (!event.target.value) setHits(null)
        }}
        onSearch={search}
        data-testid="suspect-add"
      />
      {error !== null && <ProblemAlert error={error} />}
      {hits && (
        <ul className={styles.hits} aria-label={t('search.candidates')}>
          {hits.length === 0 && <li className={styles.none}>{t('search.none')}</li>}
          {hits.map(hit => (
            <li key={hit.id}>
              <Button
                type="text"
                block
                onMouseDown={event => event.preventDefault()}
                onClick={() => pick(hit)}
                data-testid="suspect-hit"
              >
                <ThingIcon kind={hit.kind} size={16} />
                <strong>{hit.code}</strong>
                <span>{hit.title !== hit.code && hit.title}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
