import { address } from '../../api/client.ts'
import { at } from '../api.ts'
import type { LibraryView } from '../fields/view.ts'
import { askedOf, type LibrarySearch } from '../question/search.ts'
import { columnsOf } from './columns.ts'

/** Where exactly what is seen comes as a spreadsheet: the same filter, order and columns. */
export function exportAddress(library: LibraryView, search: LibrarySearch): string {
  const columns = columnsOf(library, search).map((c) => c.name)
  const asked = askedOf(search, columns)
  return `/api/v1${address(`${at(library.shape.id)}/export`, { ...asked })}`
}
