import { queryOptions, useQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Overview } from '@/api/records'

/** The plant today in one answer. */
export const overviewQueryOptions = () =>
  queryOptions({
    queryKey: ['overview'],
    queryFn: () => body<Overview>(client.GET('/api/v1/overview')),
    refetchInterval: 60_000,
  })

export const useOverview = () => useQuery(overviewQueryOptions())
