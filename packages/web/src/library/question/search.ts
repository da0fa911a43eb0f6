import type { Condition, Filter } from '@yipanqi/model/libraries/filter.ts'
import type { Asked } from '../api.ts'

export const tabs = ['list', 'board', 'funnel', 'map'] as const
export type Tab = (typeof tabs)[number]

/** What the address of a ledger holds: a link to it shows the same thing to whoever may see it. */
export interface LibrarySearch {
  tab?: Tab
  filter?: Filter
  q?: string
  sort?: string
  columns?: string
  /** Groups with subtotals instead of rows. */
  by?: string
  step?: 'month' | 'year'
  /** The saved view that this began from. */
  view?: number
  /** The record that is open over the list. */
  record?: number
  removed?: true
}

const word = (value: unknown, longest: number): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && text.trim() !== '' ? text.trim().slice(0, longest) : undefined
}
const id = (value: unknown): number | undefined => {
  const n = Number(value)
  return Number.isSafeInteger(n) && n > 0 ? n : undefined
}

/** A filter as an address brings it, checked for its form alone: whether the fields exist is the library's to say. */
export function readFilter(raw: unknown, depth = 1): Filter | undefined {
  if (typeof raw !== 'object' || raw === null || depth > 3) return undefined
  const node = raw as Record<string, unknown>
  for (const join of ['all', 'any'] as const) {
    const list = node[join]
    if (!Array.isArray(list)) continue
    const parts = list.map((one) => readFilter(one, depth + 1)).filter((one) => one !== undefined)
    if (parts.length === 0) return undefined
    return join === 'all' ? { all: parts } : { any: parts }
  }
  if (typeof node['field'] !== 'string' || typeof node['is'] !== 'string') return undefined
  const value = node['value'] as Condition['value']
  return { field: node['field'], is: node['is'] as Condition['is'], ...(value === undefined ? {} : { value }) }
}

/** Whatever is unknown or broken is dropped rather than sent to the server. */
export function parseSearch(search: Record<string, unknown>): LibrarySearch {
  const all: { [K in keyof LibrarySearch]: LibrarySearch[K] | undefined } = {
    tab: tabs.find((t) => t === search['tab'] && t !== 'list'),
    filter: readFilter(search['filter']),
    q: word(search['q'], 60),
    sort: word(search['sort'], 50),
    columns: word(search['columns'], 2000),
    by: word(search['by'], 50),
    step: (['month', 'year'] as const).find((s) => s === search['step']),
    view: id(search['view']),
    record: id(search['record']),
    removed: search['removed'] === true ? true : undefined,
  }
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** The question that a search asks of the API. */
export function askedOf(search: LibrarySearch, columns?: readonly string[]): Asked {
  return {
    filter: search.filter ? JSON.stringify(search.filter) : undefined,
    search: search.q,
    sort: search.sort,
    columns: columns?.join(','),
    removed: search.removed ? 'true' : undefined,
  }
}

/** What a saved view keeps of an address, and what it puts back. */
export const viewKeys = ['tab', 'filter', 'q', 'sort', 'columns', 'by', 'step'] as const

export function toView(search: LibrarySearch): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const key of viewKeys) {
    const value = search[key]
    if (value !== undefined) kept[key] = typeof value === 'string' ? value : JSON.stringify(value)
  }
  return kept
}

export function fromView(query: Readonly<Record<string, string>>): LibrarySearch {
  let filter: unknown
  try {
    filter = JSON.parse(query['filter'] ?? 'null')
  } catch {
    filter = undefined
  }
  return parseSearch({ ...query, filter, view: undefined, record: undefined })
}

/** Two searches that show the same rows in the same way. */
export const sameView = (a: LibrarySearch, b: LibrarySearch): boolean =>
  JSON.stringify(toView(a)) === JSON.stringify(toView(b))
