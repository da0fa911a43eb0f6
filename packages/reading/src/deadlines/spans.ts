import {
  addDays,
  addMonths,
  addWorkdays,
  type Calendar,
  type IsoDate,
  isoDate,
  monthEnd,
  monthOf,
  parseNumeral,
  toNumber,
  weekdayOf,
  yearOf,
} from '@yipanqi/base'

export interface Resolved {
  from: IsoDate | null
  to: IsoDate | null
  recur: string | null
  /** Counted in working days beyond what the calendar knows. */
  provisional?: true
}

/** What a phrase is resolved against. `date` is the document's day, null when it is not known. */
export interface Context {
  date: IsoDate | null
  calendar: Calendar
  /** The last year that the stretch itself wrote, for phrases without one when `date` is null. */
  year: number | null
}

export const UNKNOWN: Resolved = { from: null, to: null, recur: null }
export const between = (from: IsoDate | null, to: IsoDate | null): Resolved => ({ from, to, recur: null })
export const recurring = (recur: string): Resolved => ({ from: null, to: null, recur })

/** A small number in digits or characters; NaN when it is neither. */
export function smallNumber(text: string | undefined): number {
  if (text === undefined || text === '') return Number.NaN
  const value = parseNumeral(text)
  return value ? toNumber(value) : Number.NaN
}

const YEAR_DIGITS = '〇一二三四五六七八九'

/** 2027, 二〇二七, 二零二七 and the mixture that keyboards make of it, 二0二七. */
export const yearNumber = (text: string): number =>
  Number(text.replace(/[○零]/g, '〇').replace(/[〇一二三四五六七八九]/g, (c) => String(YEAR_DIGITS.indexOf(c))))

/** The year that 今年, 明年 or a written year means; null when it hangs on an unknown date. */
export function yearOfPrefix(written: string | undefined, word: string | undefined, context: Context): number | null {
  if (written !== undefined) return yearNumber(written)
  const base = context.date === null ? context.year : yearOf(context.date)
  if (base === null) return null
  if (word === undefined || /^[今本当]/.test(word)) return base
  if (/^[去上]/.test(word)) return base - 1
  if (word.endsWith('前年')) return base - (word.startsWith('大') ? 3 : 2)
  return word.startsWith('后') ? base + 2 : base + 1
}

/**
 * A month or quarter without a year is that of the document's year; late in the year (from October on) an early month
 * can only mean the next one.
 */
export function impliedYear(lastMonth: number, context: Context): number | null {
  if (context.date === null) return context.year
  const late = monthOf(context.date) >= 10 && lastMonth <= 4
  return yearOf(context.date) + (late ? 1 : 0)
}

export const yearSpan = (year: number): Resolved => between(`${year}-01-01`, `${year}-12-31`)

/** From the first day of month `a` to the last of month `b`. */
export function monthsSpan(year: number, a: number, b: number): Resolved {
  const from = isoDate(year, a, 1)
  const last = isoDate(year, b, 1)
  return from && last ? between(from, monthEnd(last)) : UNKNOWN
}

/** The day before the first day of a span: what 前 means after a month or a year. */
export const beforeSpan = (span: Resolved): Resolved => between(null, span.from && addDays(span.from, -1))

export const endOf = (span: Resolved): Resolved => between(null, span.to)

/** `count` of `unit` from the document's date on: 15个工作日内, 半年内, 三年内. */
export function durationSpan(count: number, unit: string, context: Context): Resolved {
  const { date, calendar } = context
  if (date === null || !Number.isFinite(count) || count <= 0 || count > 3650) return UNKNOWN
  if (unit.includes('工作日')) {
    const end = addWorkdays(date, Math.ceil(count), calendar)
    return calendar.covers(end) ? between(date, end) : { ...between(date, end), provisional: true }
  }
  if (unit.endsWith('小时')) return between(date, addDays(date, Math.ceil(count / 24)))
  if (/周|星期/.test(unit)) return between(date, addDays(date, Math.round(count * 7)))
  const months = count * (/年/.test(unit) ? 12 : /季/.test(unit) ? 3 : 1)
  // Half a month is fifteen days wherever it stands.
  if (/[年季月]/.test(unit)) {
    const end = addMonths(date, Math.min(1200, Math.floor(months)))
    return between(date, months % 1 === 0 ? end : addDays(end, 15))
  }
  return between(date, addDays(date, Math.round(count)))
}

/** Monday to Sunday of the week of `date`, `weeks` later. */
export function weekSpan(date: IsoDate, weeks: number): Resolved {
  const monday = addDays(date, 1 - (weekdayOf(date) || 7) + weeks * 7)
  return between(monday, addDays(monday, 6))
}

/** 2026, 今年 or nothing, with what nothing means for a span that ends in month `last`. */
export function yearFor(
  written: string | undefined,
  word: string | undefined,
  last: number,
  context: Context,
): number | null {
  return written === undefined && word === undefined ? impliedYear(last, context) : yearOfPrefix(written, word, context)
}

/** 上旬, 中旬, 下旬 of a month; the whole month for 底 and 末. */
export function partOfMonth(year: number, month: number, part: string): Resolved {
  const whole = monthsSpan(year, month, month)
  const on = (day: number) => isoDate(year, month, day)
  if (part === '上旬' || part === '初') return between(on(1), on(10))
  if (part === '中旬' || part === '中') return between(on(11), on(20))
  return part === '下旬' ? between(on(21), whole.to) : whole
}
