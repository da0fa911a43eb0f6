import { refusedCell } from '../cells.ts'
import type { Field, FieldOptions } from '../field.ts'
import { oddYear, readCalendar } from './read-calendar.ts'

const pattern = '^[1-9]\\d{3}-(0[1-9]|1[0-2])$'
const isMonth = new RegExp(pattern)

/** A month, YYYY-MM; its SQL date is the month's first day. */
export function month(options: FieldOptions): Field<string> {
  return {
    ...options,
    kind: 'month',
    columns: [{ suffix: '', type: 'date' }],
    operators: ['from', 'to', 'eq', 'empty', 'filled'],
    sortable: true,
    widget: 'month',
    schema: { type: 'string', pattern },
    store: (value) => [`${value}-01`],
    load: ([day]) => String(day).slice(0, 7),
    parse(cell) {
      const refused = refusedCell(cell)
      if (refused) return refused
      const read = readCalendar(cell, 'month')
      if (read === null) return { ok: true, value: null }
      if (typeof read === 'string') return { ok: false, message: read }
      if (read.month === undefined)
        return { ok: false, message: `只写了年份 ${read.year}，请写到月，如 ${read.year}-01` }
      const value = `${read.year}-${String(read.month).padStart(2, '0')}`
      // A date format on a column of months is the usual thing; a typed day was meant to say something.
      const warning =
        read.warning ??
        (read.day !== undefined && !cell.date && read.day !== 1 ? `只取到月：${value}` : oddYear(read.year))
      return { ok: true, value, ...(warning === undefined ? {} : { warning }) }
    },
    format: (value) => value,
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      if (typeof value === 'string' && isMonth.test(value)) return { ok: true, value }
      return { ok: false, message: '要写月份，如 2023-01' }
    },
  }
}
