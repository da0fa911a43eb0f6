import type { Condition, Filter } from '@yipanqi/model/libraries/filter.ts'
import { narrowed } from '../library/question/edit.ts'
import type { LibrarySearch } from '../library/question/search.ts'
import type { ListSearch } from './list-search.ts'

/** This page's own conditions in the words of the ledger of matters, joined with the further ones. */
export function asFilter(search: ListSearch): Filter | undefined {
  const lists = { state: search.state, light: search.light, kind: search.kind }
  const own: Condition[] = Object.entries(lists).flatMap(([field, value]) =>
    value === undefined ? [] : [{ field, is: 'in' as const, value: value.split(',') }],
  )
  for (const field of ['unit', 'leader', 'document'] as const) {
    const value = search[field]
    if (value !== undefined) own.push({ field, is: 'in', value: [value] })
  }
  if (search.deadlineFrom !== undefined) own.push({ field: 'deadline', is: 'from', value: search.deadlineFrom })
  if (search.deadlineTo !== undefined) own.push({ field: 'deadline', is: 'to', value: search.deadlineTo })
  const all = own.reduce<Filter | undefined>((sum, one) => narrowed(sum, one), undefined)
  return all && search.filter ? narrowed(all, search.filter) : (all ?? search.filter)
}

/** The same question put to the ledger's own list: its columns, groups, views, export. */
export function asLibrarySearch(search: ListSearch): LibrarySearch {
  const filter = asFilter(search)
  // By number is this page's default word for an order that the ledger calls the same.
  const sort = search.sort
  return {
    ...(filter ? { filter } : {}),
    ...(search.text === undefined ? {} : { q: search.text }),
    ...(sort === undefined ? {} : { sort }),
    ...(search.view === undefined ? {} : { view: search.view }),
  }
}

/** A view of the ledger, as this page shows it. */
export function fromLibrarySearch({ filter, q, sort }: LibrarySearch): ListSearch {
  return {
    ...(filter ? { filter } : {}),
    ...(q === undefined ? {} : { text: q }),
    ...(sort === undefined ? {} : { sort }),
  }
}
