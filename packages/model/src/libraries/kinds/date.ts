import { isIsoDate, type IsoDate } from '@yipanqi/base'
import { refusedCell } from '../cells.ts'
import type { Field, FieldOptions } from '../field.ts'
import { oddYear, readCalendar } from './read-calendar.ts'

const two = (n: number): string => String(n).padStart(2, '0')

/** A day, kept as SQL date and written YYYY-MM-DD. */
export function date(options: FieldOptions): Field<IsoDate> {
  return {
    ...options,
    kind: 'date',
    columns: [{ suffix: '', type: 'date' }],
    operators: ['from', 'to', 'eq', 'empty', 'filled'],
    sortable: true,
    widget: 'date',
    schema: { type: 'string', format: 'date' },
    parse(cell) {
      const refused = refusedCell(cell)
      if (refused) return refused
      // Half of all cells of an export: no need for the long way.
      if (cell.number === undefined && isIsoDate(cell.text)) return dated(cell.text, Number(cell.text.slice(0, 4)))
      const read = readCalendar(cell, 'date')
      if (read === null) return { ok: true, value: null }
      if (typeof read === 'string') return { ok: false, message: read }
      const { year, month, day } = read
      if (month === undefined) return { ok: false, message: `只写了年份 ${year}，请写到日，如 ${year}-01-05` }
      if (day === undefined)
        return { ok: false, message: `只写到 ${year} 年 ${month} 月，请写到日，如 ${year}-${two(month)}-05` }
      return dated(`${year}-${two(month)}-${two(day)}`, year)
    },
    format: (value) => value,
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      if (typeof value === 'string' && isIsoDate(value)) return { ok: true, value }
      return { ok: false, message: '要写日期，如 2023-01-05' }
    },
  }
}

function dated(value: IsoDate, year: number) {
  const warning = oddYear(year)
  return { ok: true as const, value, ...(warning === undefined ? {} : { warning }) }
}
