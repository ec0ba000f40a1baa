import { useMutation, useQueryClient } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Corrected, CorrectionGiven } from '@/api/records'

/** Declare an event in error and say what really happened, if anything did. */
export function useCorrectEvent(event: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (given: CorrectionGiven) =>
      body<Corrected>(
        client.POST('/api/v1/events/{event_id}/corrections', {
          params: { path: { event_id: event } },
          body: given,
        }),
      ),
    onSuccess: () => cache.invalidateQueries(),
  })
}
