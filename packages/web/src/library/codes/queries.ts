import type { CodeNode, CodeTableId, CodeTableItem } from '@yipanqi/model/libraries/code-tables-api.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client.ts'

export const codeTablesQuery = queryOptions({
  queryKey: ['code-tables'],
  queryFn: ({ signal }) => get<{ items: CodeTableItem[] }>('/code-tables', {}, signal),
  select: (answer: { items: CodeTableItem[] }) => answer.items,
  staleTime: 5 * 60_000,
})

/** The codes right below one; '' for the roots. */
export const codesUnderQuery = (table: CodeTableId, under: string) =>
  queryOptions({
    queryKey: ['code-tables', table, 'under', under],
    queryFn: async ({ signal }) => (await get<{ items: CodeNode[] }>(`/code-tables/${table}`, { under }, signal)).items,
    staleTime: 5 * 60_000,
  })

export const codesFoundQuery = (table: CodeTableId, words: string) =>
  queryOptions({
    queryKey: ['code-tables', table, 'find', words],
    queryFn: async ({ signal }) =>
      (await get<{ items: CodeNode[] }>(`/code-tables/${table}`, { q: words }, signal)).items,
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  })
