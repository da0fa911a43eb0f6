import type { Import, ImportColumn, ImportProblem, ImportRow } from '@yipanqi/model/libraries/import-api.ts'
import type { ReactNode } from 'react'
import type { LibraryView, NameOf } from '../fields/view.ts'
import { CellFix } from './CellFix.tsx'
import { changeOf } from './change.ts'

export interface RowProps {
  library: LibraryView
  one: Import
  columns: readonly ImportColumn[]
  row: ImportRow
  nameOf: NameOf
  /** Cells may be mended. */
  may: boolean
}

const actionWords: Readonly<Record<ImportRow['action'], string>> = {
  new: '新增',
  change: '修改',
  same: '没有变化',
  invalid: '有问题',
}

/** What will become of a row; after the writing, what became of it. */
export const outcomeOf = ({ state }: Import, row: ImportRow): string =>
  (state === 'done' ? row.outcome : null) ?? actionWords[row.action]

/** Problems of the row as a whole, or of what no column holds. */
export function wholeProblems(problems: readonly ImportProblem[], columns: readonly ImportColumn[]): ImportProblem[] {
  return problems.filter((p) => p.column === null || !columns.some((c) => c.index === p.column))
}

export function Row({ library, one, columns, row, nameOf, may }: RowProps): ReactNode {
  const whole = [...wholeProblems(row.errors, columns), ...wholeProblems(row.warnings, columns)]
  return (
    <>
      <tr className={`row-${row.action}`}>
        <th scope="row">{row.row}</th>
        <td className="row-action">
          {outcomeOf(one, row)}
          {row.fixed && <span className="mute small"> 改过</span>}
        </td>
        {columns.map((column) => (
          <td key={column.index}>
            <CellFix
              library={library}
              one={one}
              row={row}
              column={column}
              changed={changeOf(library, one, row, column, nameOf)}
              may={may}
            />
          </td>
        ))}
      </tr>
      {whole.length > 0 && (
        <tr className="row-whole">
          <td />
          <td colSpan={columns.length + 1}>
            {whole.map((problem) => (
              <div
                key={`${problem.field} ${problem.message}`}
                className={row.errors.includes(problem) ? 'ink-red' : 'ink-yellow'}
              >
                {problem.head ? `${problem.head}：` : ''}
                {problem.message}
              </div>
            ))}
          </td>
        </tr>
      )}
    </>
  )
}
