import { queryOptions, useQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { LedgerStanding } from '@/api/records'

/** How the ledger stands; asked again every half minute while somebody looks at it. */
export const standingQueryOptions = () =>
  queryOptions({
    queryKey: ['ledger', 'health'],
    queryFn: () => body<LedgerStanding>(client.GET('/api/v1/ledger/health')),
    refetchInterval: 30_000,
  })

export const useStanding = () => useQuery(standingQueryOptions())
