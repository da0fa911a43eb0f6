import { cleanName, isBlankMark, refusedCell } from '../cells.ts'
import type { CellInput, Field, FieldOptions, Parsed } from '../field.ts'
import { lostDigits, numberAsCode } from './code-cell.ts'
import { personalWarning } from './personal-number.ts'

export interface TextOptions extends FieldOptions {
  readonly longest?: number
}

// An index row of PostgreSQL ends at some 2,700 bytes, a Han character takes three.
const indexable = 800

/** One line of text, at most `longest` (default 120) characters. Sorted in pinyin order. */
export function text(options: TextOptions): Field<string> {
  const { longest = 120, ...rest } = options
  if (longest > indexable) throw new RangeError(`a line of ${longest} characters cannot be indexed: use longText`)
  const tooLong = `太长，请控制在 ${longest} 字以内`
  const accept = (value: string): Parsed<string> => {
    if (isBlankMark(value)) return { ok: true, value: null }
    if (value.length > longest) return { ok: false, message: tooLong }
    const warning = personalWarning(value)
    return { ok: true, value, ...(warning === undefined ? {} : { warning }) }
  }
  return {
    ...rest,
    kind: 'text',
    columns: [{ suffix: '', type: 'text' }],
    operators: ['contains', 'eq', 'in', 'empty', 'filled'],
    sortable: true,
    pinyin: true,
    widget: 'text',
    schema: { type: 'string', maxLength: longest },
    parse(cell) {
      const refused = refusedCell(cell)
      if (refused) return refused
      const written = wordsOf(cell)
      if (written === null) return { ok: false, message: lostDigits }
      return accept(cleanName(written))
    },
    format: (value) => value,
    check(value) {
      if (value === null) return { ok: true, value: null }
      if (typeof value !== 'string') return { ok: false, message: '要写文字' }
      // Blanks and what cannot be seen may go, but not a whole document of them.
      if (value.length > longest * 4 + 400) return { ok: false, message: tooLong }
      return accept(cleanName(value))
    },
  }
}

/** A long number shown as 1.38E+10 is written out where its digits are still there; null where they are lost. */
function wordsOf(cell: CellInput): string | null {
  if (cell.number === undefined || !/^-?\d(?:\.\d+)?E\+\d+$/i.test(cell.text.trim())) return cell.text
  return numberAsCode(cell.number)
}
