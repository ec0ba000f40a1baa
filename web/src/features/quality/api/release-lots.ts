import { useMutation, useQueryClient } from '@tanstack/react-query'
import { body, client } from '@/api/client'

/** A hold to be lifted, and why. */
export interface ReleaseGiven {
  hold: string
  client_id: string
  note: string
}

/** Lift a hold from everything it lies on. */
export function useReleaseLots() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ hold, client_id, note }: ReleaseGiven) =>
      body(
        client.POST('/api/v1/holds/{hold}/release', {
          params: { path: { hold } },
          body: { client_id, note },
        }),
      ),
    onSuccess: () => cache.invalidateQueries(),
  })
}
