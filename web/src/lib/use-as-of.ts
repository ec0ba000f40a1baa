import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type AsOf, readAsOf, withWords } from './as-of'

/** The reading the address asks for, and how to ask for another. */
export function useAsOf(): [AsOf, (words: Record<string, string | null>) => void] {
  const [params, setParams] = useSearchParams()
  const asOf = useMemo(() => readAsOf(params), [params])
  const set = useCallback(
    (words: Record<string, string | null>) =>
      setParams(before => withWords(before, words), { replace: true }),
    [setParams],
  )
  return [asOf, set]
}
