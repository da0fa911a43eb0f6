import type { ReactNode } from 'react'
import { CellFix } from './CellFix.tsx'
import { changeOf } from './change.ts'
import { outcomeOf, type RowProps, wholeProblems } from './Row.tsx'

/** The phone's row: which one, what becomes of it, and only those cells that say something about that. */
export function RowCard({ library, one, columns, row, nameOf, may }: RowProps): ReactNode {
  const title = columns.find((c) => c.field === library.title.name)
  const problems = new Set([...row.errors, ...row.warnings].map((p) => p.column))
  const whole = [...wholeProblems(row.errors, columns), ...wholeProblems(row.warnings, columns)]
  const told = columns
    .map((column) => ({ column, changed: changeOf(library, one, row, column, nameOf) }))
    .filter(({ column, changed }) => problems.has(column.index) || changed !== null)
  return (
    <li className={`card row-card row-${row.action}`}>
      <b>{(title && row.cells[String(title.index)]) || row.target?.title || '（没有名称）'}</b>
      <span className="mute small">
        第 {row.row} 行，<span className="row-action">{outcomeOf(one, row)}</span>
      </span>
      {told.map(({ column, changed }) => (
        <div key={column.index} className="row-fact">
          <span className="mute">{column.head}</span>
          <CellFix library={library} one={one} row={row} column={column} changed={changed} may={may} />
        </div>
      ))}
      {whole.map((problem) => (
        <div key={problem.message} className={row.errors.includes(problem) ? 'ink-red' : 'ink-yellow'}>
          {problem.head ? `${problem.head}：` : ''}
          {problem.message}
        </div>
      ))}
    </li>
  )
}
