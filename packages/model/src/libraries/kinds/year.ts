import { refusedCell } from '../cells.ts'
import type { Field, FieldOptions } from '../field.ts'
import { readCalendar } from './read-calendar.ts'

const first = 1900
const last = 2199

/** A year, 1900 to 2199. */
export function year(options: FieldOptions): Field<number> {
  const outside = (value: number): string => `年份要在 ${first}—${last} 之间，这里是 ${value}`
  return {
    ...options,
    kind: 'year',
    columns: [{ suffix: '', type: 'integer' }],
    operators: ['eq', 'in', 'from', 'to', 'empty', 'filled'],
    sortable: true,
    widget: 'year',
    schema: { type: 'integer', minimum: first, maximum: last },
    parse(cell) {
      const refused = refusedCell(cell)
      if (refused) return refused
      const read = readCalendar(cell, 'year')
      if (read === null) return { ok: true, value: null }
      if (typeof read === 'string') return { ok: false, message: read }
      if (read.year < first || read.year > last) return { ok: false, message: outside(read.year) }
      const more = read.month !== undefined && !cell.date
      return { ok: true, value: read.year, ...(more ? { warning: `只取年份 ${read.year}` } : {}) }
    },
    format: String,
    toCell: (value) => value,
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      if (typeof value !== 'number' || !Number.isInteger(value)) return { ok: false, message: '要写四位年份，如 2023' }
      return value < first || value > last ? { ok: false, message: outside(value) } : { ok: true, value }
    },
  }
}
