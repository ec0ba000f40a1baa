import { useMutation, useQueryClient } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Me } from '@/api/records'
import { changeLanguage, type Language } from '@/lib/i18n'
import { meQueryOptions } from './me'

/** Choose one's language: the screen at once, the account with it, and what the server had worded anew. */
export function useSetLanguage() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: async (language: Language) => {
      await changeLanguage(language)
      return body<Me>(client.PATCH('/api/v1/auth/me', { body: { language } }))
    },
    onSuccess: async me => {
      cache.setQueryData(meQueryOptions().queryKey, me)
      await cache.invalidateQueries({ predicate: query => query.queryKey[0] !== 'me' })
    },
  })
}
