// Date arithmetic for making samples, on top of the base calendar.
import {
  addDays,
  addMonths,
  addWorkdays,
  chineseCalendar,
  countWorkdays,
  monthStart,
  nextWorkdayOnOrAfter,
  type IsoDate,
} from '@yipanqi/base'

const calendar = chineseCalendar()

export const plusWorkdays = (d: IsoDate, n: number): IsoDate => addWorkdays(d, n, calendar)
export const workdayOnOrAfter = (d: IsoDate): IsoDate => nextWorkdayOnOrAfter(d, calendar)

/** First day of the month that is `n` months after the month of `d`. */
export const monthStartAfter = (d: IsoDate, n: number): IsoDate => addMonths(monthStart(d), n)

/** The workday on or before `d`. */
export function workdayOnOrBefore(d: IsoDate): IsoDate {
  let found = d
  while (!calendar.isWorkday(found)) found = addDays(found, -1)
  return found
}

/** Percent of the workdays between `from` and `to` that have passed on `at`, within 0–100. */
export function elapsedPercent(from: IsoDate, to: IsoDate, at: IsoDate): number {
  const total = countWorkdays(from, to, calendar)
  if (total <= 0) return at >= to ? 100 : 0
  return Math.min(100, Math.max(0, (countWorkdays(from, at, calendar) / total) * 100))
}

/** Cuts the time from `from` to `to` into `parts`: the end days of all parts, each a workday, the last is `to`. */
export function spread(from: IsoDate, to: IsoDate, parts: number): readonly IsoDate[] {
  const total = countWorkdays(from, to, calendar)
  return Array.from({ length: parts }, (_, i) =>
    i === parts - 1 ? to : plusWorkdays(from, Math.max(1, Math.round((total * (i + 1)) / parts))),
  )
}
