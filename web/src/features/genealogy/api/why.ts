import { queryOptions, useQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Why } from '@/api/records'
import type { AsOf } from '@/lib/as-of'
import { problemOf } from '@/lib/problem'

/** One path from a lot to another; of several lots to start from, the first that has one. */
export const whyQueryOptions = (starts: string[], goal: string, asOf: AsOf) =>
  queryOptions({
    queryKey: ['lots', goal, 'why', starts, asOf],
    queryFn: () => firstPath(starts, goal, asOf),
  })

export const useWhy = (starts: string[], goal: string, asOf: AsOf) =>
  useQuery(whyQueryOptions(starts, goal, asOf))

async function firstPath(starts: string[], goal: string, asOf: AsOf): Promise<Why> {
  const [lot = goal, ...others] = starts
  try {
    return await body<Why>(
      client.GET('/api/v1/lots/{lot}/trace/why', {
        params: { path: { lot }, query: { goal, ...asOf } },
      }),
    )
  } catch (error) {
    if (others.length === 0 || problemOf(error).status !== 404) throw error
    return firstPath(others, goal, asOf)
  }
}
