import { queryOptions } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { SearchResult } from '@/api/records'

/** Everything a piece of text or a scan could mean. */
export const searchQueryOptions = (q: string, limit = 10) =>
  queryOptions({
    queryKey: ['search', q, limit],
    queryFn: () =>
      body<SearchResult>(client.GET('/api/v1/search', { params: { query: { q, limit } } })),
    enabled: q.length > 0,
    staleTime: 10_000,
  })
