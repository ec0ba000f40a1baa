import { useMutation } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Inclusion } from '@/api/records'

/** Fetch the proof that an event is under the last checkpoint; anybody can check it without us. */
export const useInclusion = (event: string) =>
  useMutation({
    mutationFn: () =>
      body<Inclusion>(
        client.GET('/api/v1/ledger/events/{event}/inclusion', { params: { path: { event } } }),
      ),
  })
