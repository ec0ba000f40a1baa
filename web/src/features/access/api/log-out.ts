import { useMutation, useQueryClient } from '@tanstack/react-query'
import { client } from '@/api/client'
import { forgetLots } from '@/lib/recent-lots'

/** End the session and leave nothing of it on the screen. */
export function useLogOut(onDone: () => void) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => client.POST('/api/v1/auth/logout'),
    onSettled: () => {
      forgetLots()
      cache.clear()
      onDone()
    },
  })
}
