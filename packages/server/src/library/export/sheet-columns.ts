// Fields as columns of a spreadsheet: heads that the import knows again, cells that read back as the same value.
import {
  stageColumn,
  stageSinceColumn,
  type Field,
  type Library,
  type NameFinder,
  type Value,
} from '@yipanqi/model/libraries/index.ts'
import { decimalText } from '@yipanqi/model/libraries/kinds/measure.ts'
import type { SheetColumn, SheetValue } from '../../sheets/types.ts'
import { clearWord } from '../import/read-row.ts'

/** What Excel holds in one cell. */
const mostUnits = 32_767

export const headOf = (field: Field): string => (field.unit ? `${field.label}（${field.unit}）` : field.label)

const figures = new Set(['integer', 'decimal', 'money', 'area'])

export function sheetColumn(field: Field): SheetColumn {
  const format =
    field.kind === 'date'
      ? 'date'
      : figures.has(field.kind)
        ? figureFormat(field)
        : field.kind === 'year'
          ? '0'
          : undefined
  return { title: headOf(field), ...(format === undefined ? {} : { format }) }
}

/** As many decimals as there are, none that are not. */
function figureFormat(field: Field): string {
  const scale = field.scale ?? (field.kind === 'integer' ? 0 : 6)
  return scale === 0 ? '#,##0' : `#,##0.${'#'.repeat(Math.min(scale, 10))}`
}

/** A value in its cell; null where the cell stays empty, which an import takes for 不改. */
export function cellOf(field: Field, value: Value, names: NameFinder): SheetValue {
  if (value === null) return null
  // What cannot be named (another unit's record) is left out rather than told by its number.
  if (field.target && typeof value === 'number' && names(field.target, value) === undefined) return null
  const cell = field.toCell ? field.toCell(value, names) : field.format(value, names)
  // As the decimal that it is: a small number of its own would be written as 1E-10 where there are no formats (.csv).
  if (typeof cell === 'number') return decimalText(cell)
  if (typeof cell === 'string' && (cell.length > mostUnits || cell === clearWord)) return null
  return cell
}

/** Columns of the ladder beside the fields. */
export function ladderColumns(library: Library): { name: string; column: SheetColumn }[] {
  if (!library.ladder) return []
  return [
    { name: stageColumn, column: { title: '阶段' } },
    { name: stageSinceColumn, column: { title: '进入阶段日期', format: 'date' } },
  ]
}
