import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import { type Part, paged } from '@/api/paging'
import type { Collection, Master } from '../components/collections'

/** One table of masters, part by part. */
export const mastersQueryOptions = (collection: Collection, q: string) =>
  infiniteQueryOptions({
    queryKey: ['masters', collection, q],
    queryFn: ({ pageParam }) =>
      body<Part<Master>>(
        client.GET(`/api/v1/${collection}`, {
          params: { query: { q, limit: 100, cursor: pageParam } },
        }),
      ),
    placeholderData: (previous, query) =>
      query?.queryKey[1] === collection ? keepPreviousData(previous) : undefined,
    ...paged,
  })

export const useMasters = (collection: Collection, q: string) =>
  useInfiniteQuery(mastersQueryOptions(collection, q))
