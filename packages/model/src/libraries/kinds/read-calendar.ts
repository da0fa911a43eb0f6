// Dates as clerks write them: 2023.1.5, 2023年1月, 二〇二三年, 20230105, 45000 (a serial). Shared by date, month, year.
import { addDays, isoDate, toHalfWidth } from '@yipanqi/base'
import { cleanText, isNothing, quoted } from '../cells.ts'
import type { CellInput } from '../field.ts'

/** What of a date is written: a year, a month of it, a day of it. `warning` where it can be read two ways. */
export interface CalendarRead {
  readonly year: number
  readonly month?: number
  readonly day?: number
  readonly warning?: string
}

const lastSerial = 2_958_465
const leapBug = '1900 年 2 月没有 29 日（Excel 把 1900 年错当闰年），请核对'

/** The day of an Excel serial (1900 system); null for 60, the day that Excel made up, and outside 1–2958465. */
export function serialDate(serial: number): string | null {
  const whole = Math.floor(serial)
  if (!(whole >= 1 && whole <= lastSerial) || whole === 60) return null
  return addDays('1899-12-31', whole > 60 ? whole - 1 : whole)
}

/** Null for an empty cell; a Chinese message for what is no date. `want` decides how a bare number is taken. */
export function readCalendar(cell: CellInput, want: 'date' | 'month' | 'year'): CalendarRead | string | null {
  const text = cleanText(cell.text)
  if (cell.number !== undefined && !cell.boolean) return readNumber(cell.number, cell.date === true, want, text)
  if (isNothing(text)) return null
  return text.length > 40 ? notOne(text, want) : readText(text, want)
}

function readNumber(number: number, shownAsDate: boolean, want: string, text: string): CalendarRead | string {
  if (!shownAsDate) {
    const bare = readBare(String(number), want)
    if (bare !== null) return bare
    const point = /^((?:19|20)\d{2})\.(\d{1,2})$/.exec(String(number))
    const month = Number(point?.[2])
    if (point && month >= 1 && month <= 12)
      return {
        year: Number(point[1]),
        month,
        // 2023.10 typed as a number is kept as 2023.1.
        ...(point[2] === '1' ? { warning: `${number} 按 1 月读；如果是 10 月，请写成 ${point[1]}-10` } : {}),
      }
    if (want === 'year') return notOne(text, want)
  }
  if (Math.floor(number) === 60) return leapBug
  const day = serialDate(number)
  return day === null ? notOne(text, want) : split(day)
}

/** Digits alone: 20230105, 202301, 2023. */
function readBare(digits: string, want: string): CalendarRead | string | null {
  if (/^(?:1[6-9]|2[01])\d{6}$/.test(digits)) return real(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6))
  const month = Number(digits.slice(4))
  if (/^(?:19|20)\d{4}$/.test(digits) && month >= 1 && month <= 12) return { year: Number(digits.slice(0, 4)), month }
  const isYear = want === 'year' ? /^[1-9]\d{3}$/ : /^(?:19|20)\d{2}$/
  return isYear.test(digits) ? { year: Number(digits) } : null
}

const hanDigits = '〇一二三四五六七八九'
const written =
  /^(\d{4}|[〇○零一二三四五六七八九]{4}) ?(?:[-/.年] ?(?:(\d{1,2}|[一二三四五六七八九十]{1,3}) ?(?:[-/.月] ?(?:(\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号]?)?)?)?)?(?:度|份)?$/
const clock = /[T ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|\+\d{2}:?\d{2})?$/

function readText(text: string, want: string): CalendarRead | string {
  const half = toHalfWidth(text)
    .replace(/[。·．、]/g, '.')
    .replace(/[–—−]/g, '-')
  const day = half.includes(':') ? half.replace(clock, '').trim() : half
  const bare = readBare(day, want)
  if (bare !== null) return bare
  // A CSV has no formats: a serial arrives as five digits.
  if (/^[1-9]\d{4}$/.test(day) && want !== 'year') return split(serialDate(Number(day)) ?? '')
  const m = written.exec(day)
  if (!m || /[-/.]$/.test(day)) return notOne(text, want)
  return real(m[1] ?? '', m[2], m[3])
}

function real(yearText: string, monthText: string | undefined, dayText: string | undefined): CalendarRead | string {
  const year = Number(yearText.replace(/[〇○零一二三四五六七八九]/g, (c) => String(Math.max(0, hanDigits.indexOf(c)))))
  if (year < 1000) return `年份 ${year} 不对，请写四位年份`
  if (monthText === undefined) return { year }
  const month = small(monthText)
  if (!(month >= 1 && month <= 12)) return `没有 ${month} 月这个月份，请核对`
  if (dayText === undefined) return { year, month }
  const day = small(dayText)
  if (year === 1900 && month === 2 && day === 29) return leapBug
  if (isoDate(year, month, day) === null) return `${year} 年 ${month} 月没有 ${day} 日，请核对`
  return { year, month, day }
}

/** 〇–三十一 in either digits. */
function small(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['none', text]
  const digit = (c: string | undefined): number => (c ? hanDigits.indexOf(c) : 0)
  return tens === 'none' ? (text.length === 1 ? digit(ones) : Number.NaN) : (tens ? digit(tens) : 1) * 10 + digit(ones)
}

const split = (iso: string): CalendarRead => ({
  year: Number(iso.slice(0, 4)),
  month: Number(iso.slice(5, 7)),
  day: Number(iso.slice(8, 10)),
})

const patterns: Readonly<Record<string, string>> = { date: '2023-01-05', month: '2023-01', year: '2023' }
const nouns: Readonly<Record<string, string>> = { date: '日期', month: '月份', year: '年份' }

function notOne(text: string, want: string): string {
  const half = toHalfWidth(text)
  if (/^'?\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/.test(half))
    return `年份要写四位：${quoted(text)}，请写成 ${patterns[want]}`
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(half)) return `分不清日和月：${quoted(text)}，请写成 ${patterns[want]}`
  return `不是${nouns[want]}：${quoted(text)}，请写成 ${patterns[want]}`
}

/** A year that a county rarely means: a slip of the finger more often than a date. */
export const oddYear = (year: number): string | undefined =>
  year < 1900 || year > 2100 ? `年份 ${year} 少见，请核对` : undefined
