import { addDays, addMonths, isoDate, monthStart, quarterEnd, quarterStart, weekdayOf } from '@yipanqi/base'
import { nextFestival } from './festivals.ts'
import { NTH_WEEK } from './named-times.ts'
import { CN, D, N, TO, WEEKDAYS, YEAR, type Rule } from './patterns.ts'
import {
  between,
  endOf,
  durationSpan,
  monthsSpan,
  partOfMonth,
  smallNumber,
  UNKNOWN,
  weekSpan,
  yearFor,
  yearOfPrefix,
} from './spans.ts'

// Times that a person types or says and that no document sets as a deadline: past ones, days counted from today, feasts
// by themselves. Only `parseTime` knows them; a scan of a document would take 明天 in 美好的明天 for a date.

const DAYS: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  当: 0,
  明: 1,
  次: 1,
  后: 2,
  大后: 3,
}
const NOW: Rule = {
  source: '(?:到|至)(?:今(?![年天日晚晨])|现在|目前)|现在|目前',
  read: (_, { date }) => between(date, date),
}
const DAY_WORD: Rule = {
  source: '(?:到|至)?(大前|前|昨|今|当|明|次|大后|后)[天日]',
  read: (m, { date }) => {
    const day = date && addDays(date, DAYS[m[1] ?? ''] ?? 0)
    return between(day, day)
  },
}
const COMPACT: Rule = {
  source: '(?<!\\d)((?:19|20)\\d{2})(0[1-9]|1[0-2])([0-3]\\d)(?!\\d)',
  read: (m) => {
    const day = isoDate(Number(m[1]), Number(m[2]), Number(m[3]))
    return day === null ? null : between(day, day)
  },
}
const NUMERIC_MONTH: Rule = {
  source: '(?<![\\d.])((?:19|20)\\d{2})[.\\-/](1[0-2]|0?[1-9])(?![\\d./年]|-\\d{1,2}(?!\\d))',
  read: (m) => monthsSpan(Number(m[1]), Number(m[2]), Number(m[2])),
}
/** 29日 and 1日至15日 by themselves: this month's, or the next one's where they are over. */
const BARE_DATE: Rule = {
  source: `(?<!\\d)(?:([0-3]?\\d|[${CN}]{1,3})日?${TO})?([0-3]?\\d|[${CN}]{1,3})日(?![子程期常均本元内])`,
  read: (m, { date }) => {
    if (date === null) return UNKNOWN
    const last = smallNumber(m[2])
    const first = m[1] === undefined ? last : smallNumber(m[1])
    const on = (month: string, day: number) => isoDate(Number(month.slice(0, 4)), Number(month.slice(5, 7)), day)
    const here = on(date, last)
    const month = here !== null && here >= date ? date : addMonths(monthStart(date), 1)
    const [from, to] = [on(month, first), on(month, last)]
    return from === null || to === null || from > to ? null : between(from, to)
  },
}
const BARE_YEAR: Rule = {
  source: '(?<![\\d.-])((?:19|20)\\d{2})(?=$|[^\\d年.\\-/亿万元%个家户])',
  read: (m) => between(`${m[1]}-01-01`, `${m[1]}-12-31`),
}
const MONTH_WORD: Rule = {
  source: `(上上|上一?|下下|同)个?月的?(?:(上旬|中旬|下旬|初|底|末)|${D})?`,
  read: (m, { date }) => {
    if (date === null) return UNKNOWN
    const shift =
      m[1] === '同' ? 0 : (m[1]?.startsWith('上') ? -1 : 1) * (m[1]?.length === 2 && m[1] !== '上一' ? 2 : 1)
    const base = addMonths(monthStart(date), shift)
    const [year, month] = [Number(base.slice(0, 4)), Number(base.slice(5, 7))]
    if (m[2] !== undefined)
      return /[底末]/.test(m[2]) ? endOf(partOfMonth(year, month, m[2])) : partOfMonth(year, month, m[2])
    const day = m[3] === undefined ? null : isoDate(year, month, smallNumber(m[3]))
    return m[3] === undefined ? monthsSpan(year, month, month) : between(day, day)
  },
}
const QUARTER_WORD: Rule = {
  source: '(上|下)一?个?季度?',
  read: (m, { date }) => {
    if (date === null) return UNKNOWN
    const base = addMonths(quarterStart(date), m[1] === '上' ? -3 : 3)
    return between(base, quarterEnd(base))
  },
}
const WEEK_WORD: Rule = {
  source: `(?:到|至)?(?:(上上|上|下下|下|本|这)个?(?:一个)?(?:周|星期|礼拜)(?:周|星期|礼拜)?|(?:周|星期|礼拜)(?=[${WEEKDAYS}]))([${WEEKDAYS}])?`,
  read: (m, { date }) => {
    if (date === null) return UNKNOWN
    const shift = m[1] === undefined || /^[本这]/.test(m[1]) ? 0 : (m[1].startsWith('上') ? -1 : 1) * m[1].length
    const week = weekSpan(date, shift)
    const index = m[2] === undefined ? -1 : WEEKDAYS.indexOf(m[2])
    if (index < 0 || week.from === null) return week
    const day = addDays(week.from, Math.min(index, 6))
    const next = m[1] === undefined && day < date ? addDays(day, 7) : day
    return between(next, next)
  },
}
const NTH_MONTH: Rule = {
  source: `${YEAR}第${N}个月`,
  read: (m, context) => {
    const month = smallNumber(m[3])
    const year = yearFor(m[1], m[2], month, context)
    return year === null ? UNKNOWN : monthsSpan(year, month, month)
  },
}
/** 八月份的第一个周二. */
const NTH_WEEKDAY: Rule = {
  source: `${YEAR}(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?的?(?:第([一二三四五1-5])|最后一)个(?:周|星期|礼拜)([${WEEKDAYS}])`,
  read: (m, context) => {
    const month = smallNumber(m[3])
    const year = yearFor(m[1], m[2], month, context)
    const first = year === null ? null : isoDate(year, month, 1)
    if (first === null) return UNKNOWN
    const weekday = (Math.min(WEEKDAYS.indexOf(m[5] ?? ''), 6) + 1) % 7
    const start = addDays(first, (weekday - weekdayOf(first) + 7) % 7)
    const fifth = addDays(start, 28)
    const last = fifth.slice(0, 7) === first.slice(0, 7) ? fifth : addDays(start, 21)
    const day = m[4] === undefined ? last : addDays(start, (smallNumber(m[4]) - 1) * 7)
    return between(day, day)
  },
}
const FEASTS: Readonly<Record<string, string>> = {
  妇女: '03-08',
  植树: '03-12',
  劳动: '05-01',
  青年: '05-04',
  儿童: '06-01',
  建党: '07-01',
  建军: '08-01',
  教师: '09-10',
}
const FEAST: Rule = {
  source: `${YEAR}(?:农历)?“?(?:(妇女|植树|劳动|青年|儿童|建党|建军|教师)节|(春节|除夕|元宵|端午|中秋|元旦|清明|国庆|[五七八]一(?=”|节|期间|假期|$)|十一(?=”|期间|假期)))节?”?(?!\\S{0,2}前)`,
  read: (m, context) => {
    const year = yearOfPrefix(m[1], m[2], context)
    if (year === null) return UNKNOWN
    const fixed = FEASTS[m[3] ?? '']
    const day = fixed === undefined ? nextFestival(m[4] ?? '', `${year}-01-01`) : `${year}-${fixed}`
    return between(day, day)
  },
}
/** 20天后, 半年后: the day that long after; 三年前: the year that long ago. */
const AGO: Rule = {
  source: `${N}(天|日|个?星期|周|个月|年)(以后|之后|后|以前|之前|前)`,
  read: (m, { date }) => {
    const count = smallNumber(m[1])
    if (date === null || !(count > 0 && count <= 3650)) return UNKNOWN
    const unit = m[2] ?? ''
    const ago = (m[3] ?? '').endsWith('前')
    // 5日前 is by the fifth of the month.
    if (ago && unit === '日') return null
    if (ago && unit === '年') {
      const year = Number(date.slice(0, 4)) - count
      return between(isoDate(year, 1, 1), isoDate(year, 12, 31))
    }
    const sign = ago ? -1 : 1
    const day = /[年月]/.test(unit)
      ? addMonths(date, sign * Math.min(1200, count * (unit === '年' ? 12 : 1)))
      : addDays(date, sign * count * (/[天日]/.test(unit) ? 1 : 7))
    return between(day, day)
  },
}
/** 近30天, 过去的一年. */
const LATELY: Rule = {
  source: `(?:最近|近|过去的?|前(?=\\d{1,3}(?:天|周)))${N}(天|日|个?星期|周|个?月|年)`,
  read: (m, { date }) => {
    const count = smallNumber(m[1])
    if (date === null || !(count > 0 && count <= 3650)) return UNKNOWN
    const unit = m[2] ?? ''
    const from = /[年月]/.test(unit)
      ? addMonths(date, -Math.min(1200, count * (unit === '年' ? 12 : 1)))
      : addDays(date, -count * (/[天日]/.test(unit) ? 1 : 7))
    return between(from, date)
  },
}
const COMING: Rule = {
  source: `(?:未来|今后|接下来|后)(?:的)?${N}(天|日|个?星期|周|个月|年)(?!后)`,
  read: (m, context) => durationSpan(smallNumber(m[1]), m[2] ?? '', context),
}

export const SPOKEN: readonly Rule[] = [
  NOW,
  COMPACT,
  NTH_WEEKDAY,
  NTH_WEEK,
  NTH_MONTH,
  AGO,
  LATELY,
  COMING,
  FEAST,
  MONTH_WORD,
  QUARTER_WORD,
  WEEK_WORD,
]
/** Tried after all others. */
export const SPOKEN_LAST: readonly Rule[] = [BARE_DATE, DAY_WORD, NUMERIC_MONTH, BARE_YEAR]
