import { addDays, addMonths, isoDate, monthOf, weekdayOf, yearOf } from '@yipanqi/base'
import { AT, BY, CN, D, HOUR, M, N, TO, WORD, Y, YEAR, isBefore, type Rule } from './patterns.ts'
import {
  beforeSpan,
  between,
  endOf,
  monthsSpan,
  smallNumber,
  UNKNOWN,
  yearFor,
  yearOfPrefix,
  yearSpan,
  partOfMonth,
} from './spans.ts'

// Times that a calendar names: years, halves, quarters, months, days.
const FIVE_YEARS: Readonly<Record<string, number>> = {
  一: 2006,
  二: 2011,
  三: 2016,
  四: 2021,
  五: 2026,
  六: 2031,
  七: 2036,
}

export const FIVE_YEAR_PLAN: Rule = {
  source: `${AT}“?十([一二三四五六七])五”?(时期|期间|期末|末)?`,
  read: (m) => {
    const first = FIVE_YEARS[m[1] ?? '']
    if (m[2] === undefined || first === undefined) return null
    const span = between(`${first}-01-01`, `${first + 4}-12-31`)
    return m[2].endsWith('末') ? endOf(span) : span
  },
}

export const YEAR_RANGE: Rule = {
  source: `${AT}(\\d{4})\\s?年?\\s?${TO}\\s?(\\d{4})\\s?年(?!\\s?\\d{1,2}\\s?月)(?:底|间|期间)?`,
  read: (m) => between(`${m[1]}-01-01`, `${m[2]}-12-31`),
}

export const DAY: Rule = {
  source: `${AT}${YEAR}${M}\\s?${D}(?:${TO}(?:${M})?\\s?${D})?${HOUR}(?:(起)|${BY})`,
  read: (m, context) => {
    const month = smallNumber(m[3])
    const year = yearFor(m[1], m[2], month, context)
    if (year === null) return UNKNOWN
    const from = isoDate(year, month, smallNumber(m[4]))
    if (from === null) return null
    if (m[6] !== undefined) {
      const lastMonth = m[5] === undefined ? month : smallNumber(m[5])
      return between(from, isoDate(lastMonth < month ? year + 1 : year, lastMonth, smallNumber(m[6])))
    }
    if (m[7] !== undefined) return between(from, null)
    return isBefore(m[8]) || /^(?:截至|截止)?[到至]/.test(m[0]) ? between(null, from) : between(from, from)
  },
}

export const NUMERIC_DAY: Rule = {
  source: `${AT}((?:19|20)\\d{2})[-/.](1[0-2]|0?[1-9])[-/.]([0-3]?\\d)(?![\\d.])${BY}`,
  read: (m) => {
    const day = isoDate(Number(m[1]), Number(m[2]), Number(m[3]))
    if (day === null) return null
    return isBefore(m[4]) || m[0].startsWith('到') || m[0].startsWith('至') ? between(null, day) : between(day, day)
  },
}

/** 3月上半月, 下半月. */
export const HALF_MONTH: Rule = {
  source: `${AT}(?:${YEAR}${M}份?的?)?(上|下)半月${BY}`,
  read: (m, context) => {
    const here = context.date === null ? null : monthOf(context.date)
    const month = m[3] === undefined ? here : smallNumber(m[3])
    const year = month === null ? null : yearFor(m[1], m[2], month, context)
    if (month === null || year === null) return UNKNOWN
    const whole = monthsSpan(year, month, month)
    const span =
      m[4] === '上' ? between(whole.from, isoDate(year, month, 15)) : between(isoDate(year, month, 16), whole.to)
    return isBefore(m[5]) ? endOf(span) : span
  },
}

const MONTHS_OFF: Readonly<Record<string, number>> = { 上: -1, 本: 0, 当: 0, 下: 1 }

/** 9月第二周, 2026年第20周: weeks are counted from the first Monday. */
export const NTH_WEEK: Rule = {
  source: `${AT}${YEAR}(?:的)?(?:${M}份?的?|([上本当下])个?月的?)?第${N}个?(?:周(?![年岁转边期])|星期)${BY}`,
  read: (m, context) => {
    const near = m[4] === undefined || context.date === null ? null : addMonths(context.date, MONTHS_OFF[m[4]] ?? 0)
    if (m[4] !== undefined && near === null) return UNKNOWN
    const month = near === null ? (m[3] === undefined ? 1 : smallNumber(m[3])) : monthOf(near)
    if (near === null && m[3] === undefined && m[1] === undefined && m[2] === undefined) return null
    const year = near === null ? yearFor(m[1], m[2], month, context) : yearOf(near)
    const first = year === null ? null : isoDate(year, month, 1)
    const nth = smallNumber(m[5])
    if (first === null || !(nth >= 1 && nth <= 53)) return UNKNOWN
    const from = addDays(first, ((8 - weekdayOf(first)) % 7) + (nth - 1) * 7)
    const span = between(from, addDays(from, 6))
    return isBefore(m[6]) ? endOf(span) : span
  },
}

export const MONTH: Rule = {
  source: `${AT}${YEAR}(?:(1[0-2]|0?[1-9])月?${TO})?${M}(?:份)?(上旬|中旬|下旬|初|底|末|中)?(?!(?:[1-3]?\\d|[${CN}]{1,3})[日号])(?:(起)|${BY})`,
  read: (m, context) => {
    const last = smallNumber(m[4])
    const first = m[3] === undefined ? last : smallNumber(m[3])
    const over = last < first
    const year = yearFor(m[1], m[2], over ? first : last, context)
    if (year === null) return UNKNOWN
    // 11月至3月 runs over the turn of the year.
    if (over) return between(isoDate(year, first, 1), monthsSpan(year + 1, last, last).to)
    const span = monthsSpan(year, first, last)
    if (m[6] !== undefined) return between(span.from, null)
    if (m[5] === undefined) return isBefore(m[7]) ? beforeSpan(span) : span
    const part = partOfMonth(year, last, m[5])
    return isBefore(m[7]) || /[底末]/.test(m[5]) ? endOf(part) : first < last ? between(span.from, part.to) : part
  },
}

export const HALF: Rule = {
  source: `${AT}${YEAR}(上|下)半年(末|底)?${BY}`,
  read: (m, context) => {
    const first = m[3] === '上'
    const late =
      context.date !== null && context.date.slice(5) >= '11-01' && first && m[1] === undefined && m[2] === undefined
    const year = yearOfPrefix(m[1], m[2], context)
    if (year === null) return UNKNOWN
    const span = first ? monthsSpan(late ? year + 1 : year, 1, 6) : monthsSpan(year, 7, 12)
    return m[4] !== undefined || isBefore(m[5]) ? endOf(span) : span
  },
}

export const QUARTER: Rule = {
  source: `${AT}${YEAR}(?:(?:第?一季度|首季)?“?(开门红)”?|“?(双过半)”?|第?([一二三四1-4首])季度(末|底|初)?|前([一二两三23])个?季度)${BY}`,
  read: (m, context) => {
    const upTo = smallNumber(m[7])
    const half = m[4] !== undefined
    const q = Number.isFinite(upTo) ? upTo : half ? 2 : m[3] === undefined && m[5] !== '首' ? smallNumber(m[5]) : 1
    const year = yearFor(m[1], m[2], q * 3, context)
    if (year === null) return UNKNOWN
    const span = monthsSpan(year, Number.isFinite(upTo) || half ? 1 : q * 3 - 2, q * 3)
    if (m[6] === '初') return monthsSpan(year, q * 3 - 2, q * 3 - 2)
    return m[6] !== undefined || isBefore(m[8]) ? endOf(span) : span
  },
}

/** 一至三季度, 2026年1—3季度. */
export const QUARTER_RANGE: Rule = {
  source: `${AT}${YEAR}第?([一二三1-3])(?:季度)?${TO}第?([二三四2-4])季度(末|底)?${BY}`,
  read: (m, context) => {
    const first = smallNumber(m[3])
    const last = smallNumber(m[4])
    const year = yearFor(m[1], m[2], last * 3, context)
    if (last <= first) return null
    if (year === null) return UNKNOWN
    const span = monthsSpan(year, first * 3 - 2, last * 3)
    return m[5] !== undefined || isBefore(m[6]) ? endOf(span) : span
  },
}

export const FIRST_MONTHS: Rule = {
  source: `${YEAR}前${N}个月`,
  read: (m, context) => {
    const months = smallNumber(m[3])
    const year = yearFor(m[1], m[2], months, context)
    return year === null || months > 12 ? UNKNOWN : monthsSpan(year, 1, months)
  },
}

export const YEAR_RULE: Rule = {
  source: `${AT}(?:${Y}|${WORD})(?:年?(底|末|中(?![央国小等长期西部心医高考])|初(?![级中步]))?)?(?:度)?${BY}`,
  read: (m, context) => {
    const year = yearOfPrefix(m[1], m[2], context)
    if (year === null) return UNKNOWN
    const span = yearSpan(year)
    if (m[3] === '中') return between(null, `${year}-06-30`)
    if (m[3] === '初') return monthsSpan(year, 1, 3)
    if (m[3] !== undefined) return endOf(span)
    if (isBefore(m[4])) return beforeSpan(span)
    return /^(?:截至|截止)?[到至]/.test(m[0]) ? endOf(span) : span
  },
}
