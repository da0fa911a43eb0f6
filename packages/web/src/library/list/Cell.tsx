import type { ReactNode } from 'react'
import { listText } from '../fields/shown.ts'
import type { FieldView, NameOf } from '../fields/view.ts'
import type { LibraryRecord } from '../shapes.ts'

/** What stands in a column for a record, as a person reads it; the stage is a column like any other. */
export function textOf(field: FieldView, record: LibraryRecord, nameOf: NameOf, today: string): string {
  const value = field.name === 'stage' ? record.stage : record.values[field.name]
  return listText(field, value, nameOf, today)
}

export function Cell({ text }: { text: string }): ReactNode {
  if (text === '')
    return (
      <span className="cell-none" aria-label="没有填">
        —
      </span>
    )
  return <span title={text.length > 8 ? text : undefined}>{text}</span>
}
