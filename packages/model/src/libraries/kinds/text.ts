import type { Field, FieldOptions } from '../field.ts'
import { cleanText, refusedCell } from '../cells.ts'

export interface TextOptions extends FieldOptions {
  readonly longest?: number
}

/** One line of text, at most `longest` (default 120) characters. Sorted in pinyin order. */
export function text(options: TextOptions): Field<string> {
  const longest = options.longest ?? 120
  const tooLong = `太长，请控制在 ${longest} 字以内`
  return {
    ...options,
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
      const value = cleanText(cell.text)
      if (value === '') return { ok: true, value: null }
      if (value.length > longest) return { ok: false, message: tooLong }
      return { ok: true, value }
    },
    format: (value) => value,
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      if (typeof value !== 'string') return { ok: false, message: '要写文字' }
      const clean = cleanText(value)
      if (clean.length > longest) return { ok: false, message: tooLong }
      return { ok: true, value: clean === '' ? null : clean }
    },
  }
}
