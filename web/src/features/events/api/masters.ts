import { queryOptions, useQueries } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Part } from '@/api/paging'
import type { Master, Masters } from '../components/correction/draft-of-event'

const COLLECTIONS = ['sites', 'locations', 'parties', 'equipment'] as const
type Collection = (typeof COLLECTIONS)[number]

/** A whole table of masters, to choose from and to find names in. */
export const allMastersQueryOptions = (collection: Collection) =>
  queryOptions({
    queryKey: ['masters', collection, 'whole'],
    queryFn: () => wholeTable(collection),
    staleTime: 300_000,
  })

/** The masters that the names in an event mean; nothing until all of them are here. */
export function useMasters(): { data?: Masters; error: unknown; refetch: () => void } {
  return useQueries({
    queries: COLLECTIONS.map(allMastersQueryOptions),
    combine: answers => {
      const [sites, locations, parties, equipment] = answers.map(answer => answer.data)
      const whole = sites && locations && parties && equipment
      return {
        data: whole ? { sites, locations, parties, equipment } : undefined,
        error: answers.find(answer => answer.error)?.error,
        refetch: () => {
          for (const answer of answers) answer.refetch()
        },
      }
    },
  })
}

async function wholeTable(collection: Collection): Promise<Master[]> {
  const rows: Master[] = []
  let cursor: string | null = null
  do {
    const part: Part<Master> = await body<Part<Master>>(
      client.GET(`/api/v1/${collection}`, { params: { query: { limit: 200, cursor } } }),
    )
    rows.push(...part.items)
    cursor = part.next ?? null
  } while (cursor)
  return rows
}
