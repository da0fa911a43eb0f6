import type { ReactNode } from 'react'
import { useMe } from '../../session/me.ts'
import { type FieldView, isFigure, type LibraryView, type NameOf } from '../fields/view.ts'
import type { LibraryRecord } from '../shapes.ts'
import { Cell, textOf } from './Cell.tsx'
import { titleWidth, widthOf } from './columns.ts'
import type { Selection } from './selection.ts'

interface Props {
  library: LibraryView
  columns: readonly FieldView[]
  rows: readonly LibraryRecord[]
  nameOf: NameOf
  sort: string
  current: number | null
  /** Absent where nothing can be done to several records at once. */
  selection: Selection | null
  onSort: (sort: string | undefined) => void
  onOpen: (id: number) => void
}

/** First click: ascending; second: descending; third: the ledger's own order again. */
export function nextSort(sort: string, name: string): string | undefined {
  if (sort === name) return `-${name}`
  return sort === `-${name}` ? undefined : name
}

/** Rows of 42 px, aligned; figures at the right with their unit in the head. */
export function Table(props: Props): ReactNode {
  const { library, columns, rows, nameOf, sort, current, selection, onSort, onOpen } = props
  const { today } = useMe()
  return (
    <table className="lib-table">
      <colgroup>
        {selection && <col style={{ width: 42 }} />}
        {columns.map((field, index) => (
          <col key={field.name} style={{ width: index === 0 ? titleWidth : widthOf(field) }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {selection && (
            <th className="lib-tick">
              <input
                type="checkbox"
                aria-label="选中已取来的全部"
                checked={rows.length > 0 && rows.every((r) => selection.has(r.id))}
                onChange={(event) => selection.setMany(event.target.checked ? rows.map((r) => r.id) : [])}
              />
            </th>
          )}
          {columns.map((field) => (
            <Head key={field.name} field={field} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((record) => (
          <tr
            key={record.id}
            data-row={record.id}
            className={record.id === current ? 'lib-on' : selection?.has(record.id) ? 'lib-ticked' : undefined}
            onClick={(event) => !(event.target as HTMLElement).closest('input,button,a') && onOpen(record.id)}
          >
            {selection && (
              <td className="lib-tick">
                <input
                  type="checkbox"
                  aria-label={`选中 ${textOf(library.title, record, nameOf, today)}`}
                  checked={selection.has(record.id)}
                  onChange={() => selection.toggle(record.id)}
                />
              </td>
            )}
            {columns.map((field, index) => {
              const text = textOf(field, record, nameOf, today)
              return index === 0 ? (
                <th key={field.name} scope="row" className="lib-title">
                  <button type="button" className="plain" onClick={() => onOpen(record.id)}>
                    <Cell text={text || `第 ${record.id} 号`} />
                  </button>
                </th>
              ) : (
                <td key={field.name} className={isFigure(field) ? 'lib-figure' : undefined}>
                  <Cell text={text} {...(field.name === 'light' ? { value: record.values[field.name] } : {})} />
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Head({ field, sort, onSort }: { field: FieldView; sort: string; onSort: Props['onSort'] }): ReactNode {
  const unit = field.field.unit ?? field.shape.unit
  const on = sort.replace(/^-/, '') === field.name
  const down = on && sort.startsWith('-')
  const label = (
    <span>
      {field.label}
      {unit && <span className="lib-unit">（{unit}）</span>}
    </span>
  )
  return (
    <th
      scope="col"
      className={isFigure(field) ? 'lib-figure' : undefined}
      aria-sort={on ? (down ? 'descending' : 'ascending') : undefined}
    >
      {field.shape.sortable ? (
        <button type="button" className="plain lib-sort" onClick={() => onSort(nextSort(sort, field.name))}>
          {label}
          <span className={on ? 'lib-arrow lib-arrow-on' : 'lib-arrow'} aria-hidden="true">
            {down ? '↓' : '↑'}
          </span>
        </button>
      ) : (
        label
      )}
    </th>
  )
}
