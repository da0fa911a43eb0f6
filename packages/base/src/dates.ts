import { toHalfWidth } from './width.ts'

/** `YYYY-MM-DD`, a day in the county's own civil calendar: no time zone, so it compares and sorts as a string. */
export type IsoDate = string

const DAY = 86_400_000
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

const serial = (d: IsoDate): number => {
  const m = ISO.exec(d)
  if (!m) throw new RangeError(`not an ISO date: ${d}`)
  return Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])) / DAY
}

const fromSerial = (n: number): IsoDate => new Date(n * DAY).toISOString().slice(0, 10)

/** The date of year, month (1–12) and day, or null when there is no such day (2026-02-30). */
export function isoDate(year: number, month: number, day: number): IsoDate | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

export function isIsoDate(text: string): boolean {
  const m = ISO.exec(text)
  return m !== null && isoDate(Number(m[1]), Number(m[2]), Number(m[3])) === text
}

export const yearOf = (d: IsoDate): number => Number(d.slice(0, 4))
export const monthOf = (d: IsoDate): number => Number(d.slice(5, 7))
export const dayOf = (d: IsoDate): number => Number(d.slice(8, 10))
export const quarterOf = (d: IsoDate): number => Math.ceil(monthOf(d) / 3)

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (d: IsoDate): number => (((serial(d) + 4) % 7) + 7) % 7

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

export const addDays = (d: IsoDate, days: number): IsoDate => fromSerial(serial(d) + days)

/** Same day of the month, or the month's last day where that is shorter: 01-31 plus one month is 02-28. */
export function addMonths(d: IsoDate, months: number): IsoDate {
  const total = yearOf(d) * 12 + monthOf(d) - 1 + months
  const year = Math.floor(total / 12)
  const month = (total % 12) + 1
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(dayOf(d), daysInMonth(year, month)), 2)}`
}

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: IsoDate, b: IsoDate): number => serial(b) - serial(a)

export const monthStart = (d: IsoDate): IsoDate => `${d.slice(0, 8)}01`
export const monthEnd = (d: IsoDate): IsoDate => `${d.slice(0, 8)}${pad(daysInMonth(yearOf(d), monthOf(d)), 2)}`
export const quarterStart = (d: IsoDate): IsoDate => `${d.slice(0, 5)}${pad(quarterOf(d) * 3 - 2, 2)}-01`
export const quarterEnd = (d: IsoDate): IsoDate => monthEnd(`${d.slice(0, 5)}${pad(quarterOf(d) * 3, 2)}-01`)
export const yearStart = (d: IsoDate): IsoDate => `${d.slice(0, 4)}-01-01`
export const yearEnd = (d: IsoDate): IsoDate => `${d.slice(0, 4)}-12-31`

const CHINESE_DIGITS = '〇一二三四五六七八九'

/** 〇–三十一 as a day or month: the numerals that dates use, small enough to be read without the general parser. */
function smallNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const ten = text.indexOf('十')
  const digit = (c: string | undefined): number => (c === undefined || c === '' ? 0 : CHINESE_DIGITS.indexOf(c))
  if (ten < 0) return text.length === 1 ? digit(text) : Number.NaN
  return (ten === 0 ? 1 : digit(text[0])) * 10 + digit(text[ten + 1])
}

const DATE =
  /^(\d{4}|[〇○零一二三四五六七八九]{4})\s?(?:年|[-/.])\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:月|[-/.])\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?[日号]?$/

/**
 * Reads one whole date as documents write it: 2026年2月9日, 二〇二六年二月九日, ２０２６．２．９, 2026-02-09.
 * Null when the text is not exactly one date or there is no such day.
 */
export function parseChineseDate(text: string): IsoDate | null {
  const m = DATE.exec(toHalfWidth(text).trim())
  if (!m) return null
  const year = Number(
    (m[1] ?? '').replace(/[〇○零一二三四五六七八九]/g, (c) => String(Math.max(0, CHINESE_DIGITS.indexOf(c)))),
  )
  return isoDate(year, smallNumber(m[2] ?? ''), smallNumber(m[3] ?? ''))
}
