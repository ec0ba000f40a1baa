import { queryOptions, useQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Direction, Graph } from '@/api/records'
import type { AsOf } from '@/lib/as-of'

/** The picture of a lot's genealogy, laid out by the server; `expand` names the groups spread out. */
export const graphQueryOptions = (
  lot: string,
  direction: Direction,
  expand: string[],
  asOf: AsOf,
) =>
  queryOptions({
    queryKey: ['lots', lot, 'graph', direction, expand, asOf],
    queryFn: () =>
      body<Graph>(
        client.GET('/api/v1/lots/{lot}/graph', {
          params: { path: { lot }, query: { direction, expand: expand.join(','), ...asOf } },
        }),
      ),
    placeholderData: (previous, query) => (query?.queryKey[1] === lot ? previous : undefined),
  })

export const useGraph = (lot: string, direction: Direction, expand: string[], asOf: AsOf) =>
  useQuery(graphQueryOptions(lot, direction, expand, asOf))
