import type {
  Consultation,
  DocumentDetail,
  DocumentItem,
  Home,
  LeaderItem,
  MatterDetail,
  MatterItem,
  Me,
  Page,
  Reasons,
  UnitItem,
} from '@yipanqi/model'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get } from './client.ts'

// Every question to the server in one place. The first word of a key is the noun that a live event names.

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => get<Me>('/me', {}, signal),
  staleTime: 5 * 60_000,
  retry: false,
})

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => get<Home>('/home', {}, signal),
})

export const documentsQuery = infiniteQueryOptions({
  queryKey: ['documents'],
  queryFn: ({ pageParam, signal }) => get<Page<DocumentItem>>('/documents', { after: pageParam, limit: 30 }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
})

export const documentQuery = (id: number) =>
  queryOptions({
    queryKey: ['document', id],
    queryFn: ({ signal }) => get<DocumentDetail>(`/documents/${id}`, {}, signal),
  })

/** Read anew from the text on the server: kept until a clerk decides otherwise, see `useReview`. */
export const reasonsQuery = (id: number) =>
  queryOptions({
    queryKey: ['reasons', id],
    queryFn: ({ signal }) => get<Reasons>(`/documents/${id}/reasons`, {}, signal),
    staleTime: 10 * 60_000,
  })

export const consultationQuery = (id: number) =>
  queryOptions({
    queryKey: ['consultation', id],
    queryFn: ({ signal }) => get<Consultation>(`/documents/${id}/consultation`, {}, signal),
  })

/** Filters of the list as the URL holds them. */
export interface MatterFilter {
  state?: string | undefined
  light?: string | undefined
  unit?: number | undefined
  leader?: number | undefined
  document?: number | undefined
  kind?: string | undefined
  deadlineFrom?: string | undefined
  deadlineTo?: string | undefined
  text?: string | undefined
  /** JSON of further conditions, in the words of the ledger of matters. */
  filter?: string | undefined
  sort?: string | undefined
}

export const mattersQuery = (filter: MatterFilter, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ['matters', filter, limit],
    queryFn: ({ pageParam, signal }) =>
      get<Page<MatterItem>>(
        '/matters',
        { ...filter, after: pageParam, limit, count: pageParam ? 'none' : 'capped' },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

/** How many there are, for a chip; no rows. */
export const matterCountQuery = (filter: MatterFilter) =>
  queryOptions({
    queryKey: ['matters', 'count', filter],
    queryFn: ({ signal }) => get<Page<MatterItem>>('/matters', { ...filter, limit: 1, count: 'capped' }, signal),
    select: (page: Page<MatterItem>) => page.count,
  })

export const matterQuery = (id: number) =>
  queryOptions({
    queryKey: ['matter', id],
    queryFn: ({ signal }) => get<MatterDetail>(`/matters/${id}`, {}, signal),
  })

export interface Similar {
  items: { matter: MatterItem; score: number; why: string[] }[]
}
export const similarQuery = (id: number) =>
  queryOptions({
    queryKey: ['similar', id],
    queryFn: ({ signal }) => get<Similar>(`/matters/${id}/similar`, {}, signal),
    staleTime: 60_000,
  })

export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: ({ signal }) => get<Page<UnitItem>>('/units', { limit: 500 }, signal),
  select: (page: Page<UnitItem>) => page.items,
  staleTime: 10 * 60_000,
})

export const leadersQuery = queryOptions({
  queryKey: ['leaders'],
  queryFn: ({ signal }) => get<{ items: LeaderItem[] }>('/leaders', {}, signal),
  select: (answer: { items: LeaderItem[] }) => answer.items,
  staleTime: 10 * 60_000,
})
