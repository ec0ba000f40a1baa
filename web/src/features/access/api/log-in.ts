import { useMutation, useQueryClient } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Me } from '@/api/records'
import { changeLanguage } from '@/lib/i18n'
import { meQueryOptions } from './me'

/** Sign in with a name and a password; the screen takes on the user's language. */
export function useLogIn() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (given: { username: string; password: string }) =>
      body<Me>(client.POST('/api/v1/auth/login', { body: given })),
    onSuccess: async me => {
      await changeLanguage(me.language)
      cache.clear()
      cache.setQueryData(meQueryOptions().queryKey, me)
    },
  })
}
