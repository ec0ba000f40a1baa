import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import { type Part, paged } from '@/api/paging'
import type { Attempt } from '@/api/records'

/** What was tried and refused, the latest first. */
export const attemptsQueryOptions = () =>
  infiniteQueryOptions({
    queryKey: ['attempts'],
    queryFn: ({ pageParam }) =>
      body<Part<Attempt>>(
        client.GET('/api/v1/attempts', { params: { query: { limit: 50, cursor: pageParam } } }),
      ),
    ...paged,
  })

export const useAttempts = () => useInfiniteQuery(attemptsQueryOptions())
