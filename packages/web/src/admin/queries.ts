import type {
  AccountFull,
  AccountItem,
  AuditItem,
  AuditState,
  HandOverPreview,
  Page,
  UnitChangeItem,
  UnitFull,
} from '@yipanqi/model'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { get } from '../api/client.ts'

// What the administrators ask. Nothing here comes in by live events: they keep the house, not its business.

export const unitHistoryQuery = queryOptions({
  queryKey: ['admin', 'units'],
  queryFn: ({ signal }) => get<{ items: UnitFull[] }>('/units/history', {}, signal),
  select: (answer: { items: UnitFull[] }) => answer.items,
})

export const unitChangesQuery = queryOptions({
  queryKey: ['admin', 'unit-changes'],
  queryFn: ({ signal }) => get<Page<UnitChangeItem>>('/unit-changes', { limit: 50 }, signal),
  select: (page: Page<UnitChangeItem>) => page.items,
})

/** As the address holds them. */
export interface AccountFilter {
  state?: string | undefined
  post?: string | undefined
  unit?: number | undefined
  text?: string | undefined
  locked?: boolean | undefined
  /** Granted, and no password set yet. */
  unset?: boolean | undefined
}

export const accountsQuery = (filter: AccountFilter, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'accounts', filter, limit],
    queryFn: ({ pageParam, signal }) =>
      get<Page<AccountItem>>('/accounts', { ...filter, after: pageParam, limit }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const accountQuery = (id: number) =>
  queryOptions({
    queryKey: ['admin', 'account', id],
    queryFn: ({ signal }) => get<AccountFull>(`/accounts/${id}`, {}, signal),
  })

export const handOverQuery = (id: number) =>
  queryOptions({
    queryKey: ['admin', 'hand-over', id],
    queryFn: ({ signal }) => get<HandOverPreview>(`/accounts/${id}/hand-over`, {}, signal),
  })

export interface AuditFilter {
  from?: string | undefined
  to?: string | undefined
  account?: string | undefined
  table?: string | undefined
  op?: string | undefined
  admins?: boolean | undefined
}

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['admin', 'audit', filter],
    queryFn: ({ pageParam, signal }) =>
      get<Page<AuditItem>>('/audit', { ...filter, after: pageParam, limit: 50 }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const auditStateQuery = queryOptions({
  queryKey: ['admin', 'audit-state'],
  queryFn: ({ signal }) => get<AuditState>('/audit/state', {}, signal),
})
