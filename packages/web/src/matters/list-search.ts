import { kinds, lights, states } from '@yipanqi/model/words.ts'
import type { Filter } from '@yipanqi/model/libraries/filter.ts'
import type { MatterFilter } from '../api/queries.ts'
import { readFilter } from '../library/question/search.ts'

/** What the list's address holds; everything unknown or broken is dropped rather than sent to the server. */
export type ListSearch = Omit<MatterFilter, 'document' | 'filter'> & {
  document?: number | undefined
  /** Further conditions, as the ledger's builder makes them. */
  filter?: Filter | undefined
  /** The saved view that this began from. */
  view?: number | undefined
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)
const number = (value: unknown): number | undefined => {
  const n = Number(value)
  return Number.isSafeInteger(n) && n > 0 ? n : undefined
}
const date = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined

function among(value: unknown, allowed: readonly string[]): string | undefined {
  const parts = text(value)
    ?.split(',')
    .filter((part) => allowed.includes(part))
  return parts && parts.length > 0 ? parts.join(',') : undefined
}

export const sorts = ['deadline', '-deadline', 'updated', '-updated', 'number', 'title'] as const

export function parseListSearch(search: Record<string, unknown>): ListSearch {
  const all: ListSearch = {
    state: among(search['state'], states),
    light: among(search['light'], lights),
    kind: among(search['kind'], kinds),
    unit: number(search['unit']),
    leader: number(search['leader']),
    document: number(search['document']),
    deadlineFrom: date(search['deadlineFrom']),
    deadlineTo: date(search['deadlineTo']),
    text: text(search['text'])?.slice(0, 60),
    sort: among(search['sort'], sorts),
    filter: readFilter(search['filter']),
    view: number(search['view']),
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** What the server is asked: the conditions as text, nothing about views. */
export function askedOf({ filter, view: _view, ...own }: ListSearch): MatterFilter {
  return { ...own, filter: filter ? JSON.stringify(filter) : undefined }
}
