// Date arithmetic for making samples, on top of the base calendar.
import {
  addDays,
  addMonths,
  addWorkdays,
  chineseCalendar,
  monthStart,
  nextWorkdayOnOrAfter,
  type IsoDate,
} from '@yipanqi/base'

const calendar = chineseCalendar()

/** Workdays up to and including each day, counted once: histories ask for them some hundred thousand times. */
const ordinals = new Map<IsoDate, number>()
let counted: IsoDate = '2019-12-31'
let count = 0

function ordinal(d: IsoDate): number {
  if (d < '2020-01-01') throw new Error(`no workdays are counted before 2020: ${d}`)
  while (counted < d) {
    counted = addDays(counted, 1)
    if (calendar.isWorkday(counted)) count += 1
    ordinals.set(counted, count)
  }
  return ordinals.get(d) ?? 0
}

/** Workdays after `from` up to and including `to`; negative when `to` is earlier. */
export const workdaysBetween = (from: IsoDate, to: IsoDate): number => ordinal(to) - ordinal(from)

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
  const total = workdaysBetween(from, to)
  if (total <= 0) return at >= to ? 100 : 0
  return Math.min(100, Math.max(0, (workdaysBetween(from, at) / total) * 100))
}

/** Cuts the time from `from` to `to` into `parts`: the end days of all parts, each a workday, the last is `to`. */
export function spread(from: IsoDate, to: IsoDate, parts: number): readonly IsoDate[] {
  const total = workdaysBetween(from, to)
  return Array.from({ length: parts }, (_, i) =>
    i === parts - 1 ? to : plusWorkdays(from, Math.max(1, Math.round((total * (i + 1)) / parts))),
  )
}
