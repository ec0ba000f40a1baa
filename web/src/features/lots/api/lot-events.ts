import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import { type Part, paged } from '@/api/paging'
import type { EventRow } from '@/api/records'

/** What happened to a lot, part by part. */
export const lotEventsQueryOptions = (lot: string) =>
  infiniteQueryOptions({
    queryKey: ['lots', lot, 'events'],
    queryFn: ({ pageParam }) =>
      body<Part<EventRow>>(
        client.GET('/api/v1/lots/{lot}/events', {
          params: { path: { lot }, query: { limit: 100, cursor: pageParam } },
        }),
      ),
    ...paged,
  })

export const useLotEvents = (lot: string) => useInfiniteQuery(lotEventsQueryOptions(lot))
