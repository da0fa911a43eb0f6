import { cleanLines, isBlankMark, refusedCell } from '../cells.ts'
import type { Field, Parsed } from '../field.ts'
import { personalWarning } from './personal-number.ts'
import type { TextOptions } from './text.ts'

/** Text of several lines, at most `longest` (default 4000) characters. Neither filtered nor sorted: it has no index. */
export function longText(options: TextOptions): Field<string> {
  const { longest = 4000, ...rest } = options
  const tooLong = `太长，请控制在 ${longest} 字以内`
  const accept = (value: string): Parsed<string> => {
    if (isBlankMark(value)) return { ok: true, value: null }
    if (value.length > longest) return { ok: false, message: tooLong }
    const warning = personalWarning(value)
    return { ok: true, value, ...(warning === undefined ? {} : { warning }) }
  }
  return {
    ...rest,
    kind: 'longText',
    columns: [{ suffix: '', type: 'text' }],
    operators: [],
    sortable: false,
    widget: 'long-text',
    schema: { type: 'string', maxLength: longest },
    parse(cell) {
      const refused = refusedCell(cell)
      if (refused) return refused
      return accept(cleanLines(cell.text))
    },
    format: (value) => value,
    check(value) {
      if (value === null) return { ok: true, value: null }
      if (typeof value !== 'string') return { ok: false, message: '要写文字' }
      if (value.length > longest * 4 + 400) return { ok: false, message: tooLong }
      return accept(cleanLines(value))
    },
  }
}
