import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Hit } from '@/api/records'
import { ScanInput } from '@/kit/scan-input'
import { usePhone } from '@/lib/use-phone'
import { searchQueryOptions } from '../api/search'
import { hitAddress, meantHit } from './hit-address'
import { HitList } from './hit-list'
import styles from './hits.module.css'
import { useSettled } from './use-settled'

/** The one search of the house: an exact hit opens at once, otherwise the candidates are shown. */
export function SearchBox() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const cache = useQueryClient()
  const phone = usePhone()
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const settled = useSettled(text.trim(), 180)
  const found = useQuery(searchQueryOptions(open ? settled : ''))
  const hits = open && settled ? (found.data?.items ?? []) : []

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const go = (hit: Hit) => {
    close()
    setText('')
    input.current?.blur()
    navigate(hitAddress(hit))
  }
  const submit = async (wanted: string) => {
    const chosen = hits[active]
    if (chosen) return go(chosen)
    const result = await cache.fetchQuery(searchQueryOptions(wanted)).catch(() => null)
    const meant = meantHit(result)
    if (meant) return go(meant)
    close()
    navigate(`/trace?q=${encodeURIComponent(wanted)}`)
  }
  const steer = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return close()
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || hits.length === 0) return
    event.preventDefault()
    setActive(at => (at + step + hits.length) % hits.length)
  }
  return (
    <search
      className={styles.box}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
    >
      <ScanInput
        inputRef={input}
        value={text}
        label={t('search.label')}
        placeholder={t(phone ? 'search.label' : 'search.placeholder')}
        listId={listId}
        activeId={active >= 0 ? `${listId}-${active}` : undefined}
        expanded={open && settled.length > 0}
        onChange={next => {
          setText(next)
          setOpen(true)
          setActive(-1)
        }}
        onSubmit={submit}
        onKeyDown={steer}
      />
      {open && settled && <HitList id={listId} found={found} active={active} onPick={go} />}
    </search>
  )
}
