import { queryOptions, useQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { LotDetail } from '@/api/records'

/** Everything of a lot's present. */
export const lotQueryOptions = (lot: string) =>
  queryOptions({
    queryKey: ['lots', lot],
    queryFn: () => body<LotDetail>(client.GET('/api/v1/lots/{lot}', { params: { path: { lot } } })),
  })

export const useLot = (lot: string) => useQuery(lotQueryOptions(lot))
