import { columnNames } from '@yipanqi/model/libraries/field.ts'
import type { Library } from '@yipanqi/model/libraries/define-library.ts'

/** Columns of a library's own table that name a unit. Handmade tables are moved by their own rooms. */
export function unitColumns(library: Library): string[] {
  if (library.handmade) return []
  return Object.entries(library.fields).flatMap(([name, field]) =>
    field.kind === 'unit' ? columnNames(name, field).slice(0, 1) : [],
  )
}
