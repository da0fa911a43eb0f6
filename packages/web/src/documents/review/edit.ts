import type { DocumentDetail, MatterDetail, PatchMatter } from '@yipanqi/model'
import { type QueryClient, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query'
import { patch } from '../../api/client.ts'
import { documentQuery, matterQuery } from '../../api/queries.ts'

export type Change = Omit<PatchMatter, 'version'>

function latestVersion(client: QueryClient, document: number, id: number): number {
  const detail = client.getQueryData(matterQuery(id).queryKey)?.version ?? 0
  const row = client.getQueryData(documentQuery(document).queryKey)?.matters.find((m) => m.id === id)?.version ?? 0
  return Math.max(detail, row)
}

/** The list keeps its row shape when a detail comes back. */
export function withMatter(document: DocumentDetail, detail: MatterDetail): DocumentDetail {
  return { ...document, matters: document.matters.map((m) => (m.id === detail.id ? { ...m, ...detail } : m)) }
}

/**
 * Saves one field at once when it is left: nobody presses 保存. Edits go one after the other, each with the version
 * that the one before brought back.
 */
export function useEdit(document: number): UseMutationResult<MatterDetail, Error, { id: number; change: Change }> {
  const client = useQueryClient()
  return useMutation({
    scope: { id: `edit-${document}` },
    mutationFn: ({ id, change }) =>
      patch<MatterDetail>(`/matters/${id}`, { version: latestVersion(client, document, id), ...change }),
    onSuccess: (detail) => {
      client.setQueryData(matterQuery(detail.id).queryKey, detail)
      client.setQueryData(documentQuery(document).queryKey, (old) => old && withMatter(old, detail))
    },
  })
}
