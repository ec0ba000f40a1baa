import { SearchOutlined } from '@ant-design/icons'
import { type KeyboardEvent, type Ref, useEffect } from 'react'
import styles from './scan-input.module.css'
import { isWriting, useWedge } from './use-wedge'

interface Props {
  value: string
  onChange: (text: string) => void
  onSubmit: (text: string, scanned: boolean) => void
  label: string
  placeholder: string
  inputRef: { current: HTMLInputElement | null }
  listId?: string
  activeId?: string
  expanded?: boolean
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** The field every scan lands in, wherever the cursor was; `/` brings the cursor here. */
export function ScanInput(props: Props) {
  const { value, onChange, onSubmit, label, placeholder, inputRef, listId, activeId, expanded } =
    props
  useSlash(inputRef)
  useWedge(
    text => {
      onChange(text)
      onSubmit(text, true)
    },
    target => target === inputRef.current || !isWriting(target),
  )
  return (
    <div className={styles.field}>
      <SearchOutlined aria-hidden="true" />
      <input
        ref={inputRef as Ref<HTMLInputElement>}
        data-testid="search-input"
        type="search"
        role="combobox"
        enterKeyHint="search"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-expanded={expanded ?? false}
        aria-activedescendant={activeId}
        placeholder={placeholder}
        value={value}
        onChange={event => onChange(event.target.value)}
        onKeyDown={event => {
          props.onKeyDown?.(event)
          const ready =
            event.key === 'Enter' && !event.nativeEvent.isComposing && !event.defaultPrevented
          if (ready && value.trim()) onSubmit(value.trim(), false)
        }}
      />
      <kbd>/</kbd>
    </div>
  )
}

function useSlash(inputRef: { current: HTMLInputElement | null }) {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isWriting(event.target)) return
      event.preventDefault()
      inputRef.current?.focus()
      inputRef.current?.select()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [inputRef])
}
