import type { Import, ImportColumn, ImportRow } from '@yipanqi/model/libraries/import-api.ts'
import { listText } from '../fields/shown.ts'
import type { LibraryView, NameOf } from '../fields/view.ts'

export interface Changed {
  before: string
  after: string
}

/**
 * What a changing row will do to this column's field, in words; null: it leaves it alone. Once it is written the record
 * has the new value, and its history tells the old one.
 */
export function changeOf(
  library: LibraryView,
  { state }: Import,
  { action, before, after }: ImportRow,
  { field }: ImportColumn,
  nameOf: NameOf,
): Changed | null {
  if (state === 'done' || action !== 'change' || field === null || !after || !Object.hasOwn(after, field)) return null
  const view = library.find(field.startsWith('@stage') ? 'stage' : field)
  if (!view) return null
  const say = (values: Readonly<Record<string, unknown>> | null): string =>
    listText(view, values?.[field], nameOf) || '（空）'
  return { before: say(before), after: say(after) }
}
