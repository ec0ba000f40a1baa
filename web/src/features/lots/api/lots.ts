import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import { type Part, paged } from '@/api/paging'
import type { LotRow } from '@/api/records'
import type { paths } from '@/api/schema'

/** Which lots, in which order. */
export type LotsAsked = NonNullable<paths['/api/v1/lots']['get']['parameters']['query']>

export const lotsQueryOptions = (asked: LotsAsked) =>
  infiniteQueryOptions({
    queryKey: ['lots', 'list', asked],
    queryFn: ({ pageParam }) =>
      body<Part<LotRow>>(
        client.GET('/api/v1/lots', {
          params: { query: { ...asked, limit: 50, cursor: pageParam } },
        }),
      ),
    placeholderData: keepPreviousData,
    ...paged,
  })

export const useLots = (asked: LotsAsked) => useInfiniteQuery(lotsQueryOptions(asked))
