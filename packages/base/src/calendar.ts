import arrangements from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays, type IsoDate, weekdayOf } from './dates.ts'

/** Which days a county works. */
export interface Calendar {
  /** Where no arrangement is published (`covers` is false) Monday to Friday count. */
  isWorkday(d: IsoDate): boolean
  /** False where the State Council's arrangement is not known: the screen then says 该日期尚无放假安排. */
  covers(d: IsoDate): boolean
}

/** Days that a county adds to the published arrangement, e.g. next year's notice before the package has it. */
export interface CalendarExtra {
  holidays?: readonly IsoDate[]
  workdays?: readonly IsoDate[]
}

/**
 * The published holidays and make-up workdays (npm chinese-days 1.5.7: 2004 to October 2026) plus `extra`, which wins.
 * Only its data is used: its own functions build Date objects in local time and are wrong west of Greenwich.
 */
export function chineseCalendar(extra: CalendarExtra = {}): Calendar {
  const rest = new Set(Object.keys(arrangements.holidays))
  const work = new Set(Object.keys(arrangements.workdays))
  for (const d of extra.holidays ?? []) {
    rest.add(d)
    work.delete(d)
  }
  for (const d of extra.workdays ?? []) {
    work.add(d)
    rest.delete(d)
  }
  let first = '9999-12-31'
  let last = '0000-01-01'
  for (const set of [rest, work]) {
    for (const d of set) {
      if (d < first) first = d
      if (d > last) last = d
    }
  }
  return {
    isWorkday(d) {
      if (work.has(d)) return true
      const day = weekdayOf(d)
      return day !== 0 && day !== 6 && !rest.has(d)
    },
    covers: (d) => d >= first && d <= last,
  }
}

/** The n-th workday after `d` (before it when n is negative); n = 0 gives `d` itself, workday or not. */
export function addWorkdays(d: IsoDate, n: number, calendar: Calendar): IsoDate {
  const step = n < 0 ? -1 : 1
  let left = Math.abs(Math.trunc(n))
  let day = d
  while (left > 0) {
    day = addDays(day, step)
    if (calendar.isWorkday(day)) left -= 1
  }
  return day
}

/** Workdays after `from` up to and including `to`; negative when `to` is earlier. */
export function countWorkdays(from: IsoDate, to: IsoDate, calendar: Calendar): number {
  if (to < from) {
    const back = countWorkdays(to, from, calendar)
    return back === 0 ? 0 : -back
  }
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (calendar.isWorkday(day)) count += 1
  }
  return count
}

/** A period that ends on a rest day ends on the next workday (民法典 第二百零三条). */
export function nextWorkdayOnOrAfter(d: IsoDate, calendar: Calendar): IsoDate {
  let day = d
  while (!calendar.isWorkday(day)) day = addDays(day, 1)
  return day
}
