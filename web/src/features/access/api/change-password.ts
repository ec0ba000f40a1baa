import { useMutation, useQueryClient } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Me } from '@/api/records'
import { meQueryOptions } from './me'

/** Replace one's own password. */
export function useChangePassword() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (given: { current: string; new: string }) =>
      body<Me>(client.POST('/api/v1/auth/password', { body: given })),
    onSuccess: me => cache.setQueryData(meQueryOptions().queryKey, me),
  })
}
