import type { ReactNode } from 'react'
import { useMe } from '../../session/me.ts'
import { type FieldView, isFigure, type NameOf } from '../fields/view.ts'
import type { LibraryRecord } from '../shapes.ts'
import { textOf } from './Cell.tsx'

interface Props {
  columns: readonly FieldView[]
  rows: readonly LibraryRecord[]
  nameOf: NameOf
  onOpen: (id: number) => void
}

/** The phone's list: what it is, and three facts about it. */
export function Cards({ columns, rows, nameOf, onOpen }: Props): ReactNode {
  const { today } = useMe()
  const [title, ...facts] = columns
  if (!title) return null
  return (
    <ul className="lib-cards">
      {rows.map((record) => (
        <li key={record.id} data-row={record.id}>
          <button type="button" className="plain lib-card" onClick={() => onOpen(record.id)}>
            <b>{textOf(title, record, nameOf, today) || `第 ${record.id} 号`}</b>
            <span className="lib-facts">
              {facts
                .map((field) => ({ field, text: textOf(field, record, nameOf, today) }))
                .filter(({ text }) => text !== '')
                .slice(0, 3)
                .map(({ field, text }) => (
                  <span key={field.name}>
                    {needsLabel(field) && <i>{field.label} </i>}
                    {text}
                    {isFigure(field) && unitOf(field)}
                  </span>
                ))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const unitOf = (field: FieldView): string => {
  const unit = field.field.unit ?? field.shape.unit ?? ''
  return unit === '%' || unit === '' ? unit : ` ${unit}`
}
/** A word or a unit's name says what it is; a figure and a day do not. */
const needsLabel = (field: FieldView): boolean =>
  isFigure(field) || ['date', 'month', 'year', 'boolean'].includes(field.shape.kind)
