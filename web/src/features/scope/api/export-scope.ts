import { useMutation } from '@tanstack/react-query'
import { body, client } from '@/api/client'
import type { ScopeAsked } from '@/api/records'
import { saveFile } from '@/lib/save-file'

/** The whole blast radius as a file: one row for each lot at each place or customer. */
export function useExportScope(name: string) {
  return useMutation({
    mutationFn: (asked: ScopeAsked) =>
      body<unknown>(client.POST('/api/v1/scope/export', { body: asked, parseAs: 'blob' })),
    onSuccess: content => saveFile(`${name}.csv`, content as Blob),
  })
}
