import { QueryClient } from '@tanstack/react-query'
import { isWorthRetrying } from '@/lib/problem'

/** Where the server's state lives in the browser. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: true,
      networkMode: 'always',
      retry: (failures, error) => failures < 2 && isWorthRetrying(error),
    },
    mutations: { networkMode: 'always', retry: false },
  },
})
