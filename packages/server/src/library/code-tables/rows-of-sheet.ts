// A spreadsheet of a classification as rows of code and name, whichever of the usual forms it has: one column of codes, or
// one for each level (门类 大类 中类 小类).
import type { CodeTableId } from '@yipanqi/model/libraries/index.ts'
import { readCodeCell } from '@yipanqi/model/libraries/kinds/code-cell.ts'
import { bareKey } from '../../sheets/column-title.ts'
import type { FoundHeader } from '../../sheets/find-header.ts'
import type { Cell, SheetRow } from '../../sheets/types.ts'

export interface CodeRow {
  /** Of the sheet, as Excel numbers it. */
  readonly row: number
  readonly code: string
  readonly name: string
}
export interface CodeProblem {
  readonly row: number
  readonly message: string
}

const levels = ['门类', '大类', '中类', '小类'] as const
/** Digits of each level: Excel takes the zero before 111 for nothing. */
const width = { 门类: 1, 大类: 2, 中类: 3, 小类: 4 } as const
const codeHeads: Readonly<Record<CodeTableId, readonly string[]>> = {
  industry: ['行业代码', '分类代码', '代码', '编码'],
  division: ['统计用区划代码', '行政区划代码', '区划代码', '代码', '编码'],
}
const nameHeads: Readonly<Record<CodeTableId, readonly string[]>> = {
  industry: ['类别名称', '行业名称', '名称'],
  division: ['区划名称', '行政区划名称', '单位名称', '名称'],
}

/** Heads that tell a table of this kind. */
export const headsOf = (table: CodeTableId): string[] => [
  ...(table === 'industry' ? levels : []),
  ...codeHeads[table],
  ...nameHeads[table],
]

export interface CodeColumns {
  readonly name: number
  readonly codes: readonly { readonly index: number; readonly level: (typeof levels)[number] | null }[]
}

/** Where codes and names stand; null where the head tells neither. */
export function columnsOf(table: CodeTableId, header: FoundHeader): CodeColumns | null {
  const at = (heads: readonly string[]): number | undefined => {
    for (const head of heads)
      for (const column of header.columns) if (bareKey(column.title) === bareKey(head)) return column.index
    return undefined
  }
  const name = at(nameHeads[table])
  const byLevel = table === 'industry' ? levels.map((level) => ({ level, index: at([level]) })) : []
  const found = byLevel.flatMap(({ level, index }) => (index === undefined ? [] : [{ level, index }]))
  const single = at(codeHeads[table])
  const codes = found.length > 1 ? found : single === undefined ? found : [{ level: null, index: single }]
  return name === undefined || codes.length === 0 ? null : { name, codes }
}

/** The codes of one row. Lines without a code (notes, continued explanations) are none. */
export function codesOf(columns: CodeColumns, { row, cells }: SheetRow): { rows: CodeRow[]; problem?: CodeProblem } {
  const name = cells[columns.name]?.text ?? ''
  const codes: string[] = []
  for (const { index, level } of columns.codes) {
    const cell = cells[index]
    if (!cell) continue
    const read = readCodeCell(cell)
    if ('message' in read) return { rows: [], problem: { row, message: read.message } }
    if (read.code !== '') codes.push(padded(read.code, cell, level))
  }
  const deepest = codes.at(-1)
  if (deepest === undefined) return { rows: [] }
  const rows = [{ row, code: deepest, name }]
  // A 中类 with one 小类 is printed in one line with it; above other lines its code is only repeated.
  const above = codes.at(-2)
  if (above !== undefined && deepest === `${above}0`) rows.unshift({ row, code: above, name })
  return { rows }
}

const padded = (code: string, cell: Cell, level: CodeColumns['codes'][number]['level']): string =>
  level !== null && cell.number !== undefined ? code.padStart(width[level], '0') : code
