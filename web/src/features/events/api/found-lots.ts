import { queryOptions } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { LotRef, SearchResult } from '@/api/records'

const LOTS = new Set(['lot', 'item', 'logistic_unit', 'supplier_lot'])

/** The lots, items and units that a scan or a piece of text could mean. */
export const foundLotsQueryOptions = (q: string) =>
  queryOptions({
    queryKey: ['search', q, 'lots'],
    queryFn: async (): Promise<LotRef[]> => {
      const found = await body<SearchResult>(
        client.GET('/api/v1/search', { params: { query: { q, limit: 20 } } }),
      )
      return found.items
        .filter(hit => LOTS.has(hit.kind))
        .map(({ id, kind, code, title }) => ({ id, kind, code, product: title || null }))
    },
    staleTime: 10_000,
  })
