import { type Light as LightName, lights as lightNames } from '@yipanqi/model/words.ts'
import type { ReactNode } from 'react'
import { Light } from '../../ui/Light.tsx'
import { listText } from '../fields/shown.ts'
import type { FieldView, NameOf } from '../fields/view.ts'
import type { LibraryRecord } from '../shapes.ts'

/** What stands in a column for a record, as a person reads it; the stage is a column like any other. */
export function textOf(field: FieldView, record: LibraryRecord, nameOf: NameOf, today: string): string {
  const value = field.name === 'stage' ? record.stage : record.values[field.name]
  return listText(field, value, nameOf, today)
}

/** A light is drawn beside its word, wherever a ledger has one. */
const lights = new Set<string>(lightNames)

export function Cell({ text, value }: { text: string; value?: unknown }): ReactNode {
  if (text === '')
    return (
      <span className="cell-none" aria-label="没有填">
        —
      </span>
    )
  if (typeof value === 'string' && lights.has(value)) {
    return (
      <span className="cell-light">
        <Light light={value as LightName} silent /> {text}
      </span>
    )
  }
  return <span title={text.length > 8 ? text : undefined}>{text}</span>
}
