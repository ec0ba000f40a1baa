import { useSearchParams } from 'react-router'
import type { Direction } from '@/api/records'
import { withWords } from '@/lib/as-of'

const KNOWN: Direction[] = ['back', 'forward']

/** Which way the address asks to look, and how to look another way. */
export function useDirection(): [Direction, (direction: Direction) => void] {
  const [params, setParams] = useSearchParams()
  const asked = KNOWN.find(known => known === params.get('direction')) ?? 'both'
  const set = (direction: Direction) =>
    setParams(before => withWords(before, { direction: direction === 'both' ? null : direction }), {
      replace: true,
    })
  return [asked, set]
}
