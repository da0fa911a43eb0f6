import type { MatterItem } from '@yipanqi/model'
import type { Groups, History, LibraryItem, LibraryShape, RecordAt, RecordDetail, RecordPage, View } from './shapes.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get } from '../api/client.ts'

// Every question about libraries. Keys begin with `library` (one ledger's records) or `libraries` (the ledgers).

/** What is asked of a list, as the API wants it. */
export interface Asked {
  filter?: string | undefined
  search?: string | undefined
  sort?: string | undefined
  columns?: string | undefined
  removed?: 'true' | undefined
}

export const at = (library: string): string => `/libraries/${encodeURIComponent(library)}`

export const librariesQuery = queryOptions({
  queryKey: ['libraries'],
  queryFn: ({ signal }) => get<{ items: LibraryItem[] }>('/libraries', {}, signal),
  select: (answer: { items: LibraryItem[] }) => answer.items,
  staleTime: 60_000,
})

/** A definition changes rarely; what one may do with it is told again with each record. */
export const shapeQuery = (library: string) =>
  queryOptions({
    queryKey: ['libraries', library],
    queryFn: ({ signal }) => get<LibraryShape>(at(library), {}, signal),
    staleTime: 5 * 60_000,
  })

/** Which page of a list: the first, the next, the one before, or where a value stands in the order. */
export type Place = { after?: string; before?: string; at?: string }
export const pageSize = 60

export const readPage = (library: string, asked: Asked, place: Place, signal: AbortSignal): Promise<RecordPage> =>
  get<RecordPage>(`${at(library)}/records`, { ...asked, ...place, limit: pageSize }, signal)

export const countQuery = (library: string, { filter, search, removed }: Asked, exact = false) =>
  queryOptions({
    queryKey: ['library', library, 'count', filter, search, removed, exact],
    queryFn: ({ signal }) =>
      get<{ count: { value: number; exact: boolean } | null }>(
        `${at(library)}/count`,
        { filter, search, removed, count: exact ? 'exact' : 'capped' },
        signal,
      ),
    select: (answer: { count: { value: number; exact: boolean } | null }) => answer.count,
    placeholderData: keepPreviousData,
  })

export const groupsQuery = (library: string, { filter, search }: Asked, by: string, step: string | undefined) =>
  queryOptions({
    queryKey: ['library', library, 'groups', filter, search, by, step],
    queryFn: ({ signal }) => get<Groups>(`${at(library)}/groups`, { filter, search, by, step }, signal),
    placeholderData: keepPreviousData,
  })

export type RecordAnswer = RecordDetail

export const recordQuery = (library: string, id: number) =>
  queryOptions({
    queryKey: ['library', library, 'record', id],
    queryFn: ({ signal }) => get<RecordAnswer>(`${at(library)}/records/${id}`, {}, signal),
  })

export const historyQuery = (library: string, id: number) =>
  queryOptions({
    queryKey: ['library', library, 'history', id],
    queryFn: ({ signal }) => get<History>(`${at(library)}/records/${id}/history`, {}, signal),
  })

export const pastQuery = (library: string, id: number, date: string) =>
  queryOptions({
    queryKey: ['library', library, 'past', id, date],
    queryFn: ({ signal }) => get<RecordAt>(`${at(library)}/records/${id}/at`, { date }, signal),
  })

export const recordMattersQuery = (library: string, id: number) =>
  queryOptions({
    queryKey: ['library', library, 'matters', id],
    queryFn: ({ signal }) => get<{ items: MatterItem[] }>(`${at(library)}/records/${id}/matters`, {}, signal),
    select: (answer: { items: MatterItem[] }) => answer.items,
  })

export interface Found {
  id: number
  title: string
  subtitle: string
}
/** What a picker shows for some words; nothing is asked before anything is typed. */
export const findQuery = (library: string, words: string) =>
  queryOptions({
    queryKey: ['library', library, 'find', words],
    queryFn: ({ signal }) => get<{ items: Found[] }>(`${at(library)}/find`, { q: words }, signal),
    select: (answer: { items: Found[] }) => answer.items,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

export const viewsQuery = (library: string) =>
  queryOptions({
    queryKey: ['libraries', library, 'views'],
    queryFn: ({ signal }) => get<{ items: View[] }>(`${at(library)}/views`, {}, signal),
    select: (answer: { items: View[] }) => answer.items,
    staleTime: 60_000,
  })
