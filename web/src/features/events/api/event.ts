import { queryOptions, useQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { EventDetail } from '@/api/records'

/** Everything one event tells. */
export const eventQueryOptions = (event: string) =>
  queryOptions({
    queryKey: ['events', event],
    queryFn: () =>
      body<EventDetail>(client.GET('/api/v1/events/{event}', { params: { path: { event } } })),
    staleTime: 300_000,
  })

export const useEvent = (event: string) => useQuery(eventQueryOptions(event))
