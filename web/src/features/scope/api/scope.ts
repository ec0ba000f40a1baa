import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Scope, ScopeAsked } from '@/api/records'

/** The blast radius of suspect lots; of no lots there is none. */
export const scopeQueryOptions = (asked: ScopeAsked) =>
  queryOptions({
    queryKey: ['scope', asked],
    queryFn: () => body<Scope>(client.POST('/api/v1/scope', { body: asked })),
    enabled: asked.lots.length > 0,
    placeholderData: asked.lots.length > 0 ? keepPreviousData : undefined,
  })

export const useScope = (asked: ScopeAsked) => useQuery(scopeQueryOptions(asked))
