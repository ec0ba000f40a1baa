import { queryOptions, useQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Direction, Trace } from '@/api/records'

/** Every lot that went in and every lot it went into, as a list. */
export const traceQueryOptions = (lot: string, direction: Direction) =>
  queryOptions({
    queryKey: ['lots', lot, 'trace', direction],
    queryFn: () =>
      body<Trace>(
        client.GET('/api/v1/lots/{lot}/trace', { params: { path: { lot }, query: { direction } } }),
      ),
  })

export const useTrace = (lot: string, direction: Direction) =>
  useQuery(traceQueryOptions(lot, direction))
