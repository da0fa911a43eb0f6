import {
  addDays,
  addMonths,
  isoDate,
  monthEnd,
  monthOf,
  monthStart,
  quarterEnd,
  quarterStart,
  yearOf,
} from '@yipanqi/base'
import { FESTIVAL_NAMES, nextFestival } from './festivals.ts'
import { BY, D, N, TO, WEEKDAYS, YEAR, isBefore, type Rule } from './patterns.ts'
import {
  between,
  durationSpan,
  endOf,
  smallNumber,
  UNKNOWN,
  weekSpan,
  yearOfPrefix,
  yearSpan,
  partOfMonth,
} from './spans.ts'

// Times counted from the document's date, and feasts and seasons.

export const YEAR_WORD: Rule = {
  source: `(?:到|至)?(?:(全年|年度内|年内)|(年底|年末|岁末|年终)|(年中))${BY}`,
  read: (m, context) => {
    const year = yearOfPrefix(undefined, undefined, context)
    // 年终 alone names a kind of assessment.
    if (m[2] === '年终' && m[4] === undefined) return null
    if (year === null) return UNKNOWN
    if (m[3] !== undefined) return between(null, `${year}-06-30`)
    return m[1] === undefined ? endOf(yearSpan(year)) : yearSpan(year)
  },
}

export const THIS_MONTH: Rule = {
  source: `(?:(下(?:一?个)?月)|(本月|当月))(?:(上旬|中旬|下旬|初|底|末)|${D})?${BY}|月(底|末|内)${BY}`,
  read: (m, { date }) => {
    if (date === null) return UNKNOWN
    const base = monthStart(m[1] === undefined ? date : addMonths(monthStart(date), 1))
    const year = Number(base.slice(0, 4))
    const month = Number(base.slice(5, 7))
    if (m[6] !== undefined) return m[6] === '内' ? between(base, monthEnd(base)) : between(null, monthEnd(base))
    if (m[4] !== undefined) {
      const day = isoDate(year, month, smallNumber(m[4]))
      return isBefore(m[5]) ? between(null, day) : between(day, day)
    }
    if (m[3] === undefined) return between(base, monthEnd(base))
    const part = partOfMonth(year, month, m[3])
    return isBefore(m[5]) || /[底末]/.test(m[3]) ? endOf(part) : part
  },
}

export const THIS_QUARTER: Rule = {
  source: `(本季度?|当季|下季度?)(末|底)?${BY}|季(?:度)?末${BY}`,
  read: (m, { date }) => {
    if (date === null) return UNKNOWN
    const base = m[1]?.startsWith('下') ? addMonths(quarterStart(date), 3) : date
    const span = between(quarterStart(base), quarterEnd(base))
    return m[1] === undefined || m[2] !== undefined || isBefore(m[3]) ? endOf(span) : span
  },
}

export const THIS_WEEK: Rule = {
  source: `(?:(本周|这周|本星期|这个星期)|(下周|下星期|下个星期))([${WEEKDAYS}])?(末|内)?${BY}|(?:周|星期)([${WEEKDAYS}])(?:下班)?(?:之?前)`,
  read: (m, { date }) => {
    if (date === null) return UNKNOWN
    const week = weekSpan(date, m[2] === undefined ? 0 : 1)
    const index = WEEKDAYS.indexOf(m[3] ?? m[6] ?? '?')
    if (index < 0 || week.from === null) return week
    const day = addDays(week.from, Math.min(index, 6))
    // 周五前 said on a Saturday is the coming one.
    if (m[6] !== undefined) return between(null, day < date ? addDays(day, 7) : day)
    return isBefore(m[5]) ? between(null, day) : between(day, day)
  },
}

export const BARE_DAY: Rule = {
  source: `${D}(?:之前|以前|前(?![期往景提置述沿端台]))`,
  read: (m, { date }) => {
    if (date === null) return UNKNOWN
    const day = smallNumber(m[1])
    const near = isoDate(Number(date.slice(0, 4)), Number(date.slice(5, 7)), day)
    if (near !== null && near >= date) return between(null, near)
    const next = addMonths(monthStart(date), 1)
    return between(null, isoDate(Number(next.slice(0, 4)), Number(next.slice(5, 7)), day))
  },
}

export const DURATION: Rule = {
  source: `(?:未来|今后|接下来|利?用|限期)?(?:${N}${TO})?(?:${N}|(半))(个工作日|工作日|个自然日|个?季度|个?星期|个?周|个半月|个月|年半|年|天|日|个?小时)(?:左右)?(?:的?时间)?(之内|以内|内(?![部外容在]))?`,
  read: (m, context) => {
    const ahead = /^(?:未来|今后|接下来|利?用|限期)/.test(m[0])
    if (m[5] === undefined && !ahead) return null
    if (/^利?用/.test(m[0]) && !m[0].includes('时间') && m[5] === undefined) return null
    // Hours are counted out in days, and only where they bound something (48小时内).
    if (m[4]?.endsWith('小时') && m[5] === undefined) return null
    // 今后五年 counts years of a plan: those of the year that has just begun, or the next ones.
    const years = /^(?:未来|今后|接下来)/.test(m[0]) && m[4] === '年' && m[5] === undefined ? smallNumber(m[2]) : 0
    if (years >= 2 && years <= 50 && context.date !== null) {
      const first = yearOf(context.date) + (monthOf(context.date) > 6 ? 1 : 0)
      return between(context.date, `${first + years - 1}-12-31`)
    }
    const half = m[4] === '个半月' || m[4] === '年半' ? 0.5 : 0
    const count = (m[3] === undefined ? smallNumber(m[2]) : 0.5) + half
    return durationSpan(count, m[4] ?? '', context)
  },
}

/** 即日起, 即日起至年底. */
export const FROM_NOW: Rule = {
  source: '(?:即日|当日|今日)起',
  read: (_, { date }) => between(date, null),
}

export const FESTIVAL: Rule = {
  source: `(?:到)?${YEAR}“?(${FESTIVAL_NAMES})(?:节|佳节|假期)?”?(?:节)?(?:之)?前(?![期往景提置述沿端台后])`,
  read: (m, context) => {
    const named = m[1] !== undefined || m[2] !== undefined
    const year = named ? yearOfPrefix(m[1], m[2], context) : null
    const from = named ? year && `${year}-01-01` : context.date
    const day = from ? nextFestival(m[3] ?? '', from) : null
    return day === null ? UNKNOWN : between(null, addDays(day, -1))
  },
}

export const TWO_YEARS: Rule = {
  source: '今明两年|今冬明春',
  read: (m, { date }) => {
    if (date === null) return UNKNOWN
    const year = Number(date.slice(0, 4))
    if (m[0] === '今明两年') return between(`${year}-01-01`, `${year + 1}-12-31`)
    const winter = date.slice(5) < '04-01' ? year - 1 : year
    return between(`${winter}-11-01`, `${winter + 1}-03-31`)
  },
}

/** 到2026年秋季学期开学: the autumn term begins on 1 September; 开学前 is the day before. */
export const AUTUMN_TERM: Rule = {
  source: '(到|至)?(?:(20\\d{2})年|(今年|明年))?秋季(?:学期)?(?:开学|开始)(?:之?(前))?',
  read: (m, context) => {
    // 秋季开学工作 names a season's work, not a day.
    if (m[1] === undefined && m[2] === undefined && m[4] === undefined) return null
    const year = yearOfPrefix(m[2], m[3], context)
    if (year === null) return UNKNOWN
    const day = (of: number): string => (m[4] === undefined ? `${of}-09-01` : `${of}-08-31`)
    const gone = m[2] === undefined && m[3] === undefined && context.date !== null && day(year) < context.date
    return between(null, day(gone ? year + 1 : year))
  },
}

export const SEASON: Rule = {
  source: `(今年|明年)?(秋季开学|两会|春季开学|开学|暑假|寒假|高考|中考|双节|主汛期|汛期|入汛|汛|供暖季?|采暖季?|春耕|秋播|入冬|入夏|雨季)(?:到来|来临|来)?(?:之)?前`,
  read: (m, { date }) => {
    // Seasons differ from county to county; only the autumn term has one date for all.
    if (date === null || m[2] !== '秋季开学' || m[1] === '明年') return UNKNOWN
    const end = `${date.slice(0, 4)}-08-31`
    return between(null, end >= date ? end : `${Number(date.slice(0, 4)) + 1}-08-31`)
  },
}
