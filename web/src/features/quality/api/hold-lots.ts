import { useMutation, useQueryClient } from '@tanstack/react-query'
import { body, client } from '@/api/client'

/** A hold to be laid; the key is minted once a dialog, so that a second click changes nothing. */
export interface HoldGiven {
  client_id: string
  lots: string[]
  reason: string
  note: string
}

/** Stop lots from being used, moved or shipped. */
export function useHoldLots() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (given: HoldGiven) => body(client.POST('/api/v1/holds', { body: given })),
    onSuccess: () => cache.invalidateQueries(),
  })
}
