import { address } from '../../api/client.ts'
import { at } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'
import { askedOf, type LibrarySearch } from '../question/search.ts'
import { columnsOf } from './columns.ts'

/**
 * Where exactly what is seen comes as a spreadsheet: the same filter, order and columns (the stage stands in every
 * export of a ledger that has one). `breakdown`: matters as a 任务分解表.
 */
export function exportAddress(library: LibraryView, search: LibrarySearch, form?: 'breakdown'): string {
  const columns = columnsOf(library, search)
    .map((c) => c.name)
    .filter((name) => name !== 'stage')
  const asked = askedOf(search, columns)
  return `/api/v1${address(`${at(library.shape.id)}/export`, { ...asked, form })}`
}
