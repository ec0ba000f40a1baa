import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Direction, Graph } from '@/api/records'

/** The picture of a lot's genealogy, laid out by the server; `expand` names the groups spread out. */
export const graphQueryOptions = (lot: string, direction: Direction, expand: string[]) =>
  queryOptions({
    queryKey: ['lots', lot, 'graph', direction, expand],
    queryFn: () =>
      body<Graph>(
        client.GET('/api/v1/lots/{lot}/graph', {
          params: { path: { lot }, query: { direction, expand: expand.join(',') } },
        }),
      ),
    placeholderData: (previous, query) =>
      query?.queryKey[1] === lot ? keepPreviousData(previous) : undefined,
  })

export const useGraph = (lot: string, direction: Direction, expand: string[]) =>
  useQuery(graphQueryOptions(lot, direction, expand))
