import { useQueries } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { LotDetail, LotRef } from '@/api/records'

/** The names of lots that are only known by their address; what cannot be read is left out. */
export function useNamedLots(ids: string[]): LotRef[] {
  const found = useQueries({
    queries: ids.map(lot => ({
      queryKey: ['lots', lot],
      queryFn: () =>
        body<LotDetail>(client.GET('/api/v1/lots/{lot}', { params: { path: { lot } } })),
      retry: false,
      staleTime: 300_000,
    })),
  })
  return found.flatMap(({ data }) =>
    data
      ? [{ id: data.id, kind: data.kind, code: data.code, product: data.product?.name ?? null }]
      : [],
  )
}
