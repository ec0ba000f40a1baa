import { queryOptions, useQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { ScopeAsked, ScopeFacets } from '@/api/records'

/** What a blast radius can be narrowed by: always of the whole, so that no choice closes another. */
export const facetsQueryOptions = ({ narrow: _, ...whole }: ScopeAsked) =>
  queryOptions({
    queryKey: ['scope', 'facets', whole],
    queryFn: () => body<ScopeFacets>(client.POST('/api/v1/scope/facets', { body: whole })),
    enabled: whole.lots.length > 0,
    staleTime: 60_000,
  })

export const useFacets = (asked: ScopeAsked) => useQuery(facetsQueryOptions(asked))
