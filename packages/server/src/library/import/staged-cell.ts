// A cell between the file and the staged row, and as a field reads it.
import { decimalText } from '@yipanqi/model/libraries/kinds/measure.ts'
import type { CellInput, Field } from '@yipanqi/model/libraries/index.ts'
import type { StagedCell } from '../../db/schema-library.ts'
import type { Cell } from '../../sheets/types.ts'

/** Most cells are a text and nothing else. */
export const toStaged = (cell: Cell): StagedCell =>
  cell.number === undefined && !cell.formula && !cell.error && cell.boolean === undefined ? cell.text : cell

export const fromStaged = (cell: StagedCell): Cell => (typeof cell === 'string' ? { text: cell } : cell)
export const textOf = (cell: StagedCell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text

const plainNumber = /^[-+\d.,， ]+$/

/**
 * The cell in the measure of its head: 3.5 under 总投资（亿元） is 3.5亿元 wherever the field itself counts in 万元. Only
 * money and area know other measures than their own.
 */
export function inMeasure(cell: Cell, field: Field, unit: string | null): CellInput {
  if (!isOtherMeasure(field, unit) || cell.date || cell.error || !plainNumber.test(cell.text)) return cell
  const figure = cell.number === undefined ? cell.text.trim() : decimalText(cell.number)
  return { text: `${figure}${unit}`, ...(cell.formula ? { formula: true } : {}) }
}

export const isOtherMeasure = (field: Field, unit: string | null): unit is string =>
  unit !== null && field.unit !== undefined && unit !== field.unit && (field.kind === 'money' || field.kind === 'area')
