import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import { type Part, paged } from '@/api/paging'
import type { EventRow } from '@/api/records'

/** Which events. */
export interface EventsAsked {
  kind?: string
  mode?: 'command' | 'fact'
  flag?: string
}

export const eventsQueryOptions = (asked: EventsAsked) =>
  infiniteQueryOptions({
    queryKey: ['events', 'list', asked],
    queryFn: ({ pageParam }) =>
      body<Part<EventRow>>(
        client.GET('/api/v1/events', {
          params: { query: { ...asked, limit: 50, cursor: pageParam } },
        }),
      ),
    placeholderData: keepPreviousData,
    ...paged,
  })

export const useEvents = (asked: EventsAsked) => useInfiniteQuery(eventsQueryOptions(asked))
