import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import { type Part, paged } from '@/api/paging'
import type { Checkpoint } from '@/api/records'

/** The signed statements, the latest first. */
export const checkpointsQueryOptions = () =>
  infiniteQueryOptions({
    queryKey: ['ledger', 'checkpoints'],
    queryFn: ({ pageParam }) =>
      body<Part<Checkpoint>>(
        client.GET('/api/v1/ledger/checkpoints', {
          params: { query: { limit: 20, cursor: pageParam } },
        }),
      ),
    ...paged,
  })

export const useCheckpoints = () => useInfiniteQuery(checkpointsQueryOptions())
