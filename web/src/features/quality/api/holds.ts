import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import { type Part, paged } from '@/api/paging'
import type { Hold } from '@/api/records'

/** All holds, or only those that still lie. */
export const holdsQueryOptions = (open: boolean) =>
  infiniteQueryOptions({
    queryKey: ['holds', open],
    queryFn: ({ pageParam }) =>
      body<Part<Hold>>(
        client.GET('/api/v1/holds', {
          params: { query: { open: open || undefined, limit: 50, cursor: pageParam } },
        }),
      ),
    placeholderData: keepPreviousData,
    ...paged,
  })

export const useHolds = (open: boolean) => useInfiniteQuery(holdsQueryOptions(open))
