import { queryOptions, useQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Direction, Trace } from '@/api/records'
import type { AsOf } from '@/lib/as-of'

/** Every lot that went in and every lot it went into, as a list, read as the reader asks. */
export const traceQueryOptions = (lot: string, direction: Direction, asOf: AsOf) =>
  queryOptions({
    queryKey: ['lots', lot, 'trace', direction, asOf],
    queryFn: () =>
      body<Trace>(
        client.GET('/api/v1/lots/{lot}/trace', {
          params: { path: { lot }, query: { direction, ...asOf } },
        }),
      ),
    placeholderData: (previous, query) => (query?.queryKey[1] === lot ? previous : undefined),
  })

export const useTrace = (lot: string, direction: Direction, asOf: AsOf) =>
  useQuery(traceQueryOptions(lot, direction, asOf))
