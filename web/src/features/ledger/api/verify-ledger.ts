import { useMutation, useQueryClient } from '@tanstack/react-query'
import { body, client } from '@/api/client'

/** Have what is new verified, and all roots; with projections, derived tables are replayed too. */
export function useVerifyLedger() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (projections: boolean) => {
      const asked = { body: { projections } }
      return await body(client.POST('/api/v1/ledger/verifications', asked))
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['ledger'] }),
  })
}
