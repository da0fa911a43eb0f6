import type { DocumentComparison, DocumentItem, Fate, Page } from '@yipanqi/model'
import { fates } from '@yipanqi/model/lexicon-words.ts'
import { queryOptions } from '@tanstack/react-query'
import { get } from '../../api/client.ts'

export interface CompareSearch {
  a?: number | undefined
  b?: number | undefined
  show?: Fate | undefined
}

export const compareQuery = (a: number, b: number) =>
  queryOptions({
    queryKey: ['document', 'compare', a, b],
    queryFn: ({ signal }) => get<DocumentComparison>('/documents/compare', { a, b }, signal),
    staleTime: 60_000,
  })

/** What can be chosen from: the two hundred that moved last. */
export const choicesQuery = queryOptions({
  queryKey: ['documents', 'choices'],
  queryFn: ({ signal }) => get<Page<DocumentItem>>('/documents', { limit: 200 }, signal),
  select: (page: Page<DocumentItem>) => page.items,
})

const id = (value: unknown): number | undefined => {
  const n = Number(value)
  return Number.isSafeInteger(n) && n > 0 ? n : undefined
}

export function parseCompareSearch(raw: Record<string, unknown>): CompareSearch {
  const search = { a: id(raw['a']), b: id(raw['b']), show: fates.find((one) => one === raw['show']) }
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as CompareSearch
}
