import type { ReactNode } from 'react'
import { day } from '../../format/dates.ts'
import { cellText, type FieldView, type NameOf } from '../fields/view.ts'
import type { LibraryRecord } from '../shapes.ts'

/** What stands in a column for a record, as a person reads it; the stage is a column like any other. */
export function textOf(field: FieldView, record: LibraryRecord, nameOf: NameOf, today: string): string {
  const value = field.name === 'stage' ? record.stage : record.values[field.name]
  if (field.shape.kind === 'date' && typeof value === 'string') return day(value, today)
  return cellText(field, value, nameOf)
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
