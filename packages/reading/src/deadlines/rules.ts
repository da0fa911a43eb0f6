import { addDays, addMonths, isoDate, monthEnd, monthStart, quarterEnd, quarterStart } from '@yipanqi/base'
import { FESTIVAL_NAMES, nextFestival } from './festivals.ts'
import {
  beforeSpan,
  between,
  type Context,
  durationSpan,
  endOf,
  impliedYear,
  monthsSpan,
  type Resolved,
  recurring,
  smallNumber,
  UNKNOWN,
  weekSpan,
  yearNumber,
  yearOfPrefix,
  yearSpan,
} from './spans.ts'

/** One way of writing a time. `read` answers null where the phrase is none that obliges (去年, “十五五”规划). */
export interface Rule {
  source: string
  read: (m: RegExpExecArray, context: Context) => Resolved | null
}

const CN = '一二两三四五六七八九十'
// A blank may stand between digits and what they count: text from PDF is full of them.
const N = `(\\d{1,3}\\s?|[${CN}百]{1,4})`
const Y = '(\\d{4}|[一二三四五六七八九〇○零]{4})\\s?年'
const WORD = '(今年|本年度|本年|当年|明年|来年|次年|后年)'
const YEAR = `(?:${Y}\\s?|${WORD})?`
const M = '(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\\s?月'
const D = `([0-3]?\\d|[${CN}]{1,3})\\s?[日号]`
const TO = '(?:—{1,2}|-{1,2}|–|~|至|到)'
const BY = '(之前|以前|前(?![期往景提置述沿端台])|之内|以内|内(?![部外容在]))?'
const AT = '(?:截至|截止)?(?:到|至)?'

const FIVE_YEARS: Readonly<Record<string, number>> = {
  一: 2006,
  二: 2011,
  三: 2016,
  四: 2021,
  五: 2026,
  六: 2031,
  七: 2036,
}
const WEEKDAYS = '一二三四五六日天'

// （星期四）, 下午5点, 下班: what may stand between a day and its 前.
const HOUR = '(?:(?:（[^（）]{1,6}）)?(?:上午|下午|晚上|中午)?(?:下班|\\d{1,2}(?::\\d{2}|[时点]))?(?=之?前))?'

const isBefore = (by: string | undefined): boolean => by !== undefined && by.includes('前')

/** 2026, 今年 or nothing, with what nothing means for a span that ends in month `last`. */
function yearFor(written: string | undefined, word: string | undefined, last: number, context: Context): number | null {
  return written === undefined && word === undefined ? impliedYear(last, context) : yearOfPrefix(written, word, context)
}

const PAST: Rule = {
  source: `(?:去年|上年|上一年|前年|往年|历年|近年|过去[^，。；\\n]{0,4}年|上个?月|上季度|上半月|上周|昨[日天]|近[${CN}\\d]{1,3}年|刚刚过去的\\d{4}年|连续[${CN}\\d]{1,3}年)(?:度|同期|年?[底末]|[上下]半年|第?[一二三四]季度|${M}(?:${D}|份|底)?){0,3}来?`,
  read: () => null,
}

const FIVE_YEAR_PLAN: Rule = {
  source: `${AT}“?十([一二三四五六七])五”?(时期|期间|期末|末)?`,
  read: (m) => {
    const first = FIVE_YEARS[m[1] ?? '']
    if (m[2] === undefined || first === undefined) return null
    const span = between(`${first}-01-01`, `${first + 4}-12-31`)
    return m[2].endsWith('末') ? endOf(span) : span
  },
}

const YEAR_RANGE: Rule = {
  source: `${AT}(\\d{4})\\s?年?\\s?${TO}\\s?(\\d{4})\\s?年(?:底|间|期间)?`,
  read: (m) => between(`${m[1]}-01-01`, `${m[2]}-12-31`),
}

const RECUR_YEAR: Rule = {
  source: `每(?:一)?年(?:(?:的)?(?:${M}(?:${D}|(底|末))?|(年?[底末]))${BY})?`,
  read: (m) => {
    if (m[4] !== undefined) return recurring('yearly:12-31')
    const month = smallNumber(m[1])
    if (!Number.isFinite(month)) return recurring('yearly')
    const day =
      m[2] === undefined ? Number(monthEnd(isoDate(2027, month, 1) ?? '2027-01-01').slice(8)) : smallNumber(m[2])
    const iso = isoDate(2028, month, day)
    return iso ? recurring(`yearly:${iso.slice(5)}`) : recurring('yearly')
  },
}

const RECUR_MONTH: Rule = {
  source: `(?:每个?月度?|次月|按月|逐月)(?:(?:的)?(?:${D}|(月?[底末])|(上旬|中旬|下旬|初))${BY})?`,
  read: (m) => {
    const day = smallNumber(m[1])
    if (day >= 1 && day <= 31) return recurring(`monthly:${day}`)
    if (m[0].startsWith('次月')) return null
    const part =
      m[3] === '上旬' || m[3] === '初'
        ? ':10'
        : m[3] === '中旬'
          ? ':20'
          : m[3] === '下旬' || m[2] !== undefined
            ? ':31'
            : ''
    return recurring(`monthly${part}`)
  },
}

const RECUR_OTHER: Rule = {
  source: `(?:每个?(半年|半个?月|两周|双周|两月|季度?|周|星期|日|天)|按(季度?|周)|逐(季|周))(?:([${WEEKDAYS}])|(?:(?:首月|末月|最后一个月|第一个月)?${D}|末|底)?)${BY}`,
  read: (m) => {
    const unit = m[1] ?? m[2] ?? m[3] ?? ''
    if (/^(?:周|星期)/.test(unit)) {
      const day = WEEKDAYS.indexOf(m[4] ?? '?')
      return recurring(day < 0 ? 'weekly' : `weekly:${Math.min(day, 6) + 1}`)
    }
    if (unit.startsWith('季')) return recurring('quarterly')
    if (unit === '半年') return recurring('half-yearly')
    if (unit === '两月') return recurring('bimonthly')
    return recurring(/[日天]/.test(unit) ? 'daily' : 'biweekly')
  },
}

const DAY: Rule = {
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

const NUMERIC_DAY: Rule = {
  source: `${AT}(20\\d{2})[-/.](1[0-2]|0?[1-9])[-/.]([0-3]?\\d)(?![\\d.])${BY}`,
  read: (m) => {
    const day = isoDate(Number(m[1]), Number(m[2]), Number(m[3]))
    if (day === null) return null
    return isBefore(m[4]) || m[0].startsWith('到') || m[0].startsWith('至') ? between(null, day) : between(day, day)
  },
}

const MONTH: Rule = {
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

function partOfMonth(year: number, month: number, part: string): Resolved {
  const whole = monthsSpan(year, month, month)
  const on = (day: number) => isoDate(year, month, day)
  if (part === '上旬' || part === '初') return between(on(1), on(10))
  if (part === '中旬' || part === '中') return between(on(11), on(20))
  return part === '下旬' ? between(on(21), whole.to) : whole
}

const HALF: Rule = {
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

const QUARTER: Rule = {
  source: `${AT}${YEAR}(?:(?:第?一季度)?“?(开门红)”?|“?(双过半)”?|第?([一二三四1-4])季度(末|底)?|前([一二两三23])个?季度)${BY}`,
  read: (m, context) => {
    const upTo = smallNumber(m[7])
    const half = m[4] !== undefined
    const q = Number.isFinite(upTo) ? upTo : half ? 2 : m[3] === undefined ? smallNumber(m[5]) : 1
    const year = yearFor(m[1], m[2], q * 3, context)
    if (year === null) return UNKNOWN
    const span = monthsSpan(year, Number.isFinite(upTo) || half ? 1 : q * 3 - 2, q * 3)
    return m[6] !== undefined || isBefore(m[8]) ? endOf(span) : span
  },
}

const FIRST_MONTHS: Rule = {
  source: `${YEAR}前${N}个月`,
  read: (m, context) => {
    const months = smallNumber(m[3])
    const year = yearFor(m[1], m[2], months, context)
    return year === null || months > 12 ? UNKNOWN : monthsSpan(year, 1, months)
  },
}

const YEAR_RULE: Rule = {
  source: `${AT}(?:${Y}|${WORD})(?:年?(底|末|中|初))?(?:度)?${BY}`,
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

const YEAR_WORD: Rule = {
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

const THIS_MONTH: Rule = {
  source: `(?:(下个?月|次月)|(本月|当月))(?:(上旬|中旬|下旬|初|底|末)|${D})?${BY}|月(底|末|内)${BY}`,
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

const THIS_QUARTER: Rule = {
  source: `(本季度?|当季|下季度?)(末|底)?${BY}|季(?:度)?末${BY}`,
  read: (m, { date }) => {
    if (date === null) return UNKNOWN
    const base = m[1]?.startsWith('下') ? addMonths(quarterStart(date), 3) : date
    const span = between(quarterStart(base), quarterEnd(base))
    return m[1] === undefined || m[2] !== undefined || isBefore(m[3]) ? endOf(span) : span
  },
}

const THIS_WEEK: Rule = {
  source: `(?:(本周|这周)|(下周))([${WEEKDAYS}])?(末|内)?${BY}`,
  read: (m, { date }) => {
    if (date === null) return UNKNOWN
    const week = weekSpan(date, m[2] === undefined ? 0 : 1)
    const index = WEEKDAYS.indexOf(m[3] ?? '?')
    if (index < 0 || week.from === null) return week
    const day = addDays(week.from, Math.min(index, 6))
    return isBefore(m[5]) ? between(null, day) : between(day, day)
  },
}

const BARE_DAY: Rule = {
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

const DURATION: Rule = {
  source: `(?:未来|今后|接下来|利?用|限期)?(?:${N}${TO})?(?:${N}|(半))(个工作日|个自然日|个?季度|个?星期|个?周|个半月|个月|年|天|日)(?:左右)?(?:的?时间)?(之内|以内|内(?![部外容在]))?`,
  read: (m, context) => {
    const ahead = /^(?:未来|今后|接下来|利?用|限期)/.test(m[0])
    if (m[5] === undefined && !ahead) return null
    if (/^利?用/.test(m[0]) && !m[0].includes('时间') && m[5] === undefined) return null
    const half = m[4] === '个半月' ? 0.5 : 0
    const count = (m[3] === undefined ? smallNumber(m[2]) : 0.5) + half
    return durationSpan(count, m[4] ?? '', context)
  },
}

const FESTIVAL: Rule = {
  source: `(?:到)?${YEAR}“?(${FESTIVAL_NAMES})(?:节|佳节|假期)?”?(?:节)?(?:之)?前(?![期往景提置述沿端台后])`,
  read: (m, context) => {
    const named = m[1] !== undefined || m[2] !== undefined
    const year = named ? yearOfPrefix(m[1], m[2], context) : null
    const from = named ? year && `${year}-01-01` : context.date
    const day = from ? nextFestival(m[3] ?? '', from) : null
    return day === null ? UNKNOWN : between(null, addDays(day, -1))
  },
}

const RHYTHM: Rule = {
  source: `(?<![每本下上当双逐按个\\d${CN}])(周|月|季)(?:调度|通报|分析|研判|例会|督查|报告|会商|评比)`,
  read: (m) => recurring(m[1] === '周' ? 'weekly' : m[1] === '月' ? 'monthly' : 'quarterly'),
}

const SEASON: Rule = {
  source: `(秋季开学|春季开学|开学|暑假|寒假|高考|中考|双节|主汛期|汛期|入汛|汛|供暖季?|采暖季?|春耕|秋播|入冬|入夏|雨季)(?:到来|来临|来)?(?:之)?前`,
  read: (m, { date }) => {
    // Seasons differ from county to county; only the autumn term has one date for all.
    if (date === null || m[1] !== '秋季开学') return UNKNOWN
    const end = `${date.slice(0, 4)}-08-31`
    return between(null, end >= date ? end : `${Number(date.slice(0, 4)) + 1}-08-31`)
  },
}

const MASKED: Rule = {
  source: `(?:[×Xx*○]{1,4}年)?[×Xx*○]{1,3}月(?:[×Xx*○]{1,3}日|底|末|份)?${BY}`,
  read: () => UNKNOWN,
}

/** Tried in this order at each place: what is longer or rules others out comes first. */
export const RULES: readonly Rule[] = [
  PAST,
  RECUR_YEAR,
  RECUR_MONTH,
  RECUR_OTHER,
  YEAR_RANGE,
  FIVE_YEAR_PLAN,
  FESTIVAL,
  DAY,
  NUMERIC_DAY,
  HALF,
  QUARTER,
  FIRST_MONTHS,
  BARE_DAY,
  DURATION,
  MONTH,
  YEAR_RULE,
  YEAR_WORD,
  THIS_MONTH,
  THIS_QUARTER,
  THIS_WEEK,
  SEASON,
  RHYTHM,
  MASKED,
]

export const explicitYear = (text: string): number | null => {
  const m = /(\d{4}|[一二三四五六七八九〇○零]{4})年/.exec(text)
  return m?.[1] === undefined ? null : yearNumber(m[1])
}
