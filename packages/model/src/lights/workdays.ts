import { addDays, type Calendar, daysBetween, type IsoDate, yearOf, yearStart } from '@yipanqi/base'

/** Beyond some eleven years no calendar is published, and counting single days would only cost time. */
export const LONGEST_SPAN = 4_000

// Workdays of a year up to and including each of its days. A list of matters asks for the same few years again and
// again, and a calendar never changes while it lives.
const tables = new WeakMap<Calendar, Map<number, Uint16Array>>()

function tableOf(year: number, calendar: Calendar): Uint16Array {
  const years = tables.get(calendar) ?? new Map<number, Uint16Array>()
  tables.set(calendar, years)
  let table = years.get(year)
  if (!table) {
    table = new Uint16Array(366)
    const first = `${String(year).padStart(4, '0')}-01-01`
    for (let day = 0, count = 0; day < 366; day += 1) {
      if (calendar.isWorkday(addDays(first, day))) count += 1
      table[day] = count
    }
    years.set(year, table)
  }
  return table
}

const upTo = (d: IsoDate, calendar: Calendar): number => tableOf(yearOf(d), calendar)[daysBetween(yearStart(d), d)] ?? 0

/**
 * Working days after `from` up to and including `to`, negative when `to` is earlier: `countWorkdays` of base from
 * tables. Plain days where the span is longer than any calendar.
 */
export function elapsed(from: IsoDate, to: IsoDate, calendar: Calendar): number {
  if (to < from) return 0 - elapsed(to, from, calendar)
  const days = daysBetween(from, to)
  if (days > LONGEST_SPAN) return days
  let count = upTo(to, calendar) - upTo(from, calendar)
  for (let year = yearOf(from); year < yearOf(to); year += 1) {
    count += upTo(`${String(year).padStart(4, '0')}-12-31`, calendar)
  }
  return count
}
