import { useMutation } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { EventVerification } from '@/api/records'

/** Have the server prove that an event stands as it was written; asked anew each time. */
export const useVerifyEvent = (event: string) =>
  useMutation({
    mutationFn: () =>
      body<EventVerification>(
        client.GET('/api/v1/events/{event}/verify', { params: { path: { event } } }),
      ),
  })
