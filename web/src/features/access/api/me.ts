import { queryOptions, useQuery } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { Me } from '@/api/records'

/** Who is signed in; nobody is an error of status 401. */
export const meQueryOptions = () =>
  queryOptions({
    queryKey: ['me'],
    queryFn: () => body<Me>(client.GET('/api/v1/auth/me')),
    staleTime: 300_000,
    retry: false,
  })

export const useMe = () => useQuery(meQueryOptions())

/** Whether the reader may do a thing; the server decides again, this only hides the door. */
export function useMay(permission: string): boolean {
  return useMe().data?.permissions.includes(permission) ?? false
}
