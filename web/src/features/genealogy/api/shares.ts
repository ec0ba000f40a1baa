import { queryOptions, useQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Shares } from '@/api/records'
import type { AsOf } from '@/lib/as-of'

/** What a lot is made of, and how much of it is in what came of it. */
export const sharesQueryOptions = (lot: string, asOf: AsOf) =>
  queryOptions({
    queryKey: ['lots', lot, 'shares', asOf],
    queryFn: () =>
      body<Shares>(
        client.GET('/api/v1/lots/{lot}/shares', { params: { path: { lot }, query: asOf } }),
      ),
  })

export const useShares = (lot: string, asOf: AsOf) => useQuery(sharesQueryOptions(lot, asOf))
