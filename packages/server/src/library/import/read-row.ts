// One row of a sheet as values of a record, and everything that is to be told of it, at its cell.
import { isIsoDate } from '@yipanqi/base'
import {
  stageColumn,
  stageSinceColumn,
  type Field,
  type ImportColumn,
  type ImportProblem,
  type Library,
  type ParseContext,
  type Value,
} from '@yipanqi/model/libraries/index.ts'
import { date as dateKind } from '@yipanqi/model/libraries/kinds/index.ts'
import type { StagedCells } from '../../db/schema-library.ts'
import type { Cell, SheetRow } from '../../sheets/types.ts'
import type { Finder } from './finder.ts'
import { isPassedOver, labelOf } from './match-columns.ts'
import { fromStaged, inMeasure, toStaged } from './staged-cell.ts'

export interface ReadRow {
  readonly row: number
  readonly cells: StagedCells
  /** By field; a field that stands empty in the file is not among them: an empty cell changes nothing. */
  readonly values: Record<string, Value>
  readonly stage?: string
  readonly stageSince?: string
  readonly errors: ImportProblem[]
  readonly warnings: ImportProblem[]
}

/** A column that is read. */
export interface Reading {
  readonly column: ImportColumn
  /** Null: a column of the ladder. */
  readonly field: Field | null
  readonly name: string
}

/**
 * An empty cell leaves what is stored; this word, alone in a cell, takes it away. A table that holds only some columns
 * or rows can then be imported without emptying the rest.
 */
export const clearWord = '清空'

export function readingsOf(library: Library, columns: readonly ImportColumn[]): Reading[] {
  return columns.flatMap((column): Reading[] => {
    const name = column.field
    if (name === null) return []
    if (name === stageColumn || name === stageSinceColumn) return [{ column, field: null, name }]
    const field = library.fields[name]
    return field && !isPassedOver(field) ? [{ column, field, name }] : []
  })
}

/** The cells that are kept of a row: those of columns that are read. */
export function stagedCells(readings: readonly Reading[], row: SheetRow): StagedCells {
  const out: Record<string, ReturnType<typeof toStaged>> = {}
  for (const { column } of readings) {
    const cell = row.cells[column.index]
    if (cell && cell.text !== '') out[column.index] = toStaged(cell)
  }
  return out
}

/** What a row's cells would look up. */
export function* lookupsOf(readings: readonly Reading[], cells: StagedCells) {
  for (const { column, field } of readings) {
    const cell = cells[column.index]
    if (cell === undefined || !field?.lookup) continue
    const wanted = field.lookup(fromStaged(cell))
    if (wanted) yield wanted
  }
}

export function readRow(
  library: Library,
  readings: readonly Reading[],
  row: number,
  cells: StagedCells,
  finder: Pick<Finder, 'context' | 'noteOf'>,
): ReadRow {
  const out: ReadRow & { stage?: string; stageSince?: string } = { row, cells, values: {}, errors: [], warnings: [] }
  for (const { column, field, name } of readings) {
    const staged = cells[column.index]
    if (staged === undefined) continue
    const cell = fromStaged(staged)
    const tell = (list: ImportProblem[], message: string) =>
      list.push({ column: column.index, head: column.head, field: name, message })
    if (cell.text.trim() === clearWord) {
      if (field) out.values[name] = null
      continue
    }
    if (cell.noSuchDay) {
      tell(out.errors, '1900-02-29 这一天不存在，请核对')
      continue
    }
    if (!field) {
      readLadder(library, name, cell, finder.context, out, (message) => tell(out.errors, message))
      continue
    }
    const parsed = field.parse(inMeasure(cell, field, column.unit), finder.context)
    if (!parsed.ok) {
      if (!parsed.keep) tell(out.errors, parsed.message)
      continue
    }
    if (parsed.value === null) continue
    out.values[name] = parsed.value
    if (parsed.warning !== undefined) tell(out.warnings, parsed.warning)
    for (const message of remarksOn(cell, field, finder)) tell(out.warnings, message)
  }
  return out
}

// Zero-width marks and those that turn the direction of writing: kinds take them out, the clerk should know.
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/

function* remarksOn(cell: Cell, field: Field, finder: Pick<Finder, 'noteOf'>): Generator<string> {
  if (cell.formula) yield `这一格是公式，按保存时的结果“${cell.text.slice(0, 30)}”读`
  if (cell.number !== undefined) return
  if (unseen.test(cell.text)) yield '含看不见的字符（零宽或反向书写符号），已去掉'
  const wanted = field.lookup?.(cell)
  const note = wanted && finder.noteOf(wanted.target, wanted.text)
  if (note) yield note
}

const sinceField = dateKind({ label: '进入阶段日期' })

/** 阶段 by its name, and since when. */
function readLadder(
  library: Library,
  name: string,
  cell: Cell,
  context: ParseContext,
  out: { stage?: string; stageSince?: string },
  refuse: (message: string) => void,
): void {
  if (name === stageSinceColumn) {
    const parsed = sinceField.parse(cell, context)
    if (!parsed.ok) return refuse(parsed.message)
    if (parsed.value === null) return undefined
    if (!isIsoDate(parsed.value) || parsed.value > context.today) return refuse('进入阶段的日期不能晚于今天')
    out.stageSince = parsed.value
    return undefined
  }
  const text = cell.text.trim()
  const stages = library.ladder?.stages ?? []
  const stage = stages.find((s) => s.name === text || s.id === text)
  if (!stage) return refuse(`没有“${text.slice(0, 20)}”这个阶段，只能填：${stages.map((s) => s.name).join('、')}`)
  if (stage.exit) return refuse(`“${stage.name}”要写原因和批准人，请在记录里办理，不从表格导入`)
  out.stage = stage.id
  return undefined
}

/** Rows that are no records: totals, the template's example, who filled the form in. Their reason, or null. */
export function passedOver(row: SheetRow, readings: readonly Reading[]): string | null {
  const [first = '', second = ''] = firstTexts(row)
  if (first.startsWith(exampleMark)) return '示例行'
  if (/^(?:合\s*计|小\s*计|总\s*计|共\s*计)[:：]?$/.test(first) || /^(?:合\s*计|小\s*计|总\s*计)$/.test(second))
    return '合计行'
  if (second === '' && /^(?:注|说明|填表说明|备注|填报单位|填表人|审核人|导出人|制表)[:：]/.test(first)) return '说明行'
  const filled = readings.some(({ column }) => (row.cells[column.index]?.text.trim() ?? '') !== '')
  return filled ? null : ''
}

/** The first two texts of a row: nearly every row has them in its first cells, and the rest need not be looked at. */
function firstTexts(row: SheetRow): string[] {
  const texts: string[] = []
  for (const cell of row.cells) {
    const text = cell?.text.trim() ?? ''
    if (text !== '' && texts.push(text) === 2) break
  }
  return texts
}

/** What the template's example begins with. */
export const exampleMark = '【示例】'

export const problem = (
  library: Library,
  readings: readonly Reading[],
  field: string | null,
  message: string,
): ImportProblem => {
  const reading = field === null ? undefined : readings.find((r) => r.name === field)
  return {
    column: reading?.column.index ?? null,
    head: reading?.column.head ?? (field === null ? null : labelOf(library, field)),
    field,
    message,
  }
}
