import type { ImportColumn, ImportRow } from '@yipanqi/model/libraries/import-api.ts'
import { listText } from '../fields/shown.ts'
import type { LibraryView, NameOf } from '../fields/view.ts'

export interface Changed {
  before: string
  after: string
}

/** What a changing row does to this column's field, in words; null: it leaves it alone. */
export function changeOf(
  library: LibraryView,
  { action, before, after }: ImportRow,
  { field }: ImportColumn,
  nameOf: NameOf,
): Changed | null {
  if (action !== 'change' || field === null || !after || !Object.hasOwn(after, field)) return null
  const view = library.find(field.startsWith('@stage') ? 'stage' : field)
  if (!view) return null
  const say = (values: Readonly<Record<string, unknown>> | null): string =>
    listText(view, values?.[field], nameOf) || '（空）'
  return { before: say(before), after: say(after) }
}
