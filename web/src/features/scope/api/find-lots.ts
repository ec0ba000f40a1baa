import { queryOptions } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Hit, SearchResult } from '@/api/records'

const THINGS = new Set(['lot', 'supplier_lot', 'logistic_unit', 'item'])

/** The lots and logistic units that a text or a scan can mean. */
export const findLotsOptions = (q: string) =>
  queryOptions({
    queryKey: ['scope', 'find', q],
    queryFn: async () => {
      const found = await body<SearchResult>(
        client.GET('/api/v1/search', { params: { query: { q, limit: 20 } } }),
      )
      return { exact: found.exact, hits: found.items.filter(isThing) }
    },
    staleTime: 10_000,
  })

function isThing(hit: Hit): boolean {
  return THINGS.has(hit.kind)
}
