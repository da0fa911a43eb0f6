import { addDays, type Calendar, type IsoDate, isIsoDate, narrowFigures } from '@yipanqi/base'
import { MAX_PHRASE } from '../quantities/parse-quantity.ts'
import { contextOf } from './index.ts'
import { PAST, RULES } from './rules.ts'
import { scannerOf, type Time } from './scan.ts'
import { SPOKEN, SPOKEN_LAST } from './spoken-times.ts'
import type { Resolved } from './spans.ts'

/** What one phrase says of a time; both days are inclusive. */
export interface TimePhrase {
  /** Null where only an end is named (年底前; 年底 itself is its last day, from = to) or nothing can be known (汛期前). */
  from: IsoDate | null
  /** Null where only a beginning is named (5月1日起). */
  to: IsoDate | null
  /** Only for what recurs: `monthly:28`, `weekly:5`, `quarterly` … as in `Deadline`. */
  recur?: string
  /** 拟: counted in working days beyond the published arrangements. */
  provisional?: true
}

const scan = scannerOf(
  [...SPOKEN, ...RULES.filter((rule) => rule !== PAST), ...SPOKEN_LAST],
  '\\d即〇○零一二两三四五六七八九十百到至截今本当同明来次后去上前大最往历近过昨刚连每按逐全年岁月季周星礼这下首双开“第春除元正端中清国秋主汛入供采雨暑寒高未接用利限半妇植劳青儿建教农现目×Xx*',
  true,
)
const CHINESE = '〇零一二三四五六七八九'

/**
 * Resolves one time as Chinese documents and people write it, against `baseDate` (the day of the document): 三季度末, 9月底前,
 * 2026—2030年, “十五五”期间, 15个工作日内, 每月28日前, “七一”前, 去年四季度, 下个月9号. The text may be a sentence; its first time
 * counts. Null where there is none or the text is longer than `MAX_PHRASE` UTF-16 units. Throws RangeError when `baseDate`
 * is no date. `calendar` is for working days; the published arrangements when left out.
 */
export function parseTime(text: string, baseDate: IsoDate, options: { calendar?: Calendar } = {}): TimePhrase | null {
  const [first] = findTimes(text, baseDate, options)
  if (!first) return null
  const { from, to, recur, provisional } = first
  return { from, to, ...(recur === null ? {} : { recur }), ...(provisional ? { provisional } : {}) }
}

/** Every time in a phrase or sentence, obliging or not, left to right. The same bounds as `parseTime`. */
export function findTimes(text: string, baseDate: IsoDate, options: { calendar?: Calendar } = {}): Resolved[] {
  if (!isIsoDate(baseDate)) throw new RangeError(`not an ISO date: ${baseDate}`)
  if (text.length > MAX_PHRASE) return []
  const s = written(narrowFigures(text).trim(), Number(baseDate.slice(0, 4)))
  return scan(s, contextOf({ date: baseDate, ...options })).map((time) => openEnded(s, time))
}

/** Short ways of writing, made long: 07年, 十月31, Q1, 后半年, 週. Offsets do not matter here. */
function written(s: string, base: number): string {
  return s
    .replace(/[週禮個]/g, (c) => ({ 週: '周', 禮: '礼', 個: '个' })[c] ?? c)
    .replace(
      /((?:19|20)\d)(\d)(到|至|-|~)(\d\d)(?=年)/g,
      (_, age: string, year: string, to: string, end: string) => `${age}${year}年${to}${age.slice(0, 2)}${end}`,
    )
    .replace(/[Qq]([1-4])(?:季度)?/g, '第$1季度')
    .replace(/这一年/g, '今年')
    .replace(/^(年初|月初)/, (word) => (word === '年初' ? '今年初' : '本月初'))
    .replace(/((?:19|20)\d\d)(?=[上下]半年|第?[一二三四1-4]季度)/g, '$1年')
    .replace(/(?:上个|前)半年/g, '上半年')
    .replace(/(?:下个|后)半年/g, '下半年')
    .replace(/前([一二两三四五六七八九十]|1?\d)月/g, '前$1个月')
    .replace(DAYLESS, dayless)
    .replace(
      /(?<![\d〇零一二三四五六七八九十])(\d\d|[〇零一二三四五六七八九]{2})年(?=(.{0,4}))/g,
      (whole, digits: string, after: string) => longYear(whole, digits, after, base),
    )
}

const DAY_NUMBER = '([0-3]?\\d|[一二三]?十[一二三四五六七八九]?)'
const DAYLESS = new RegExp(`^(.{0,10}?月)${DAY_NUMBER}(?:(至|到|-|~)(.{0,6}?月)${DAY_NUMBER})?$`)
const dayless = (_: string, month: string, day: string, to?: string, month2?: string, day2?: string): string =>
  `${month}${day}日${to === undefined ? '' : `${to}${month2}${day2}日`}`

/** 07年, 91年5月, 九零年: the latest such year that is not far ahead; 20年 alone is a length of time. */
function longYear(whole: string, digits: string, after: string, base: number): string {
  const number = digits.replace(/[〇零一二三四五六七八九]/g, (c) => String(Math.max(0, CHINESE.indexOf(c) - 1)))
  const named = /^(?:第|[\d一二三四五六七八九十]{1,2}月|[上下]半年|[一二三四]季|前.{1,2}个|端午|中秋|春节|国庆)/.test(
    after,
  )
  if (!number.startsWith('0') && !named) return whole
  const year = Number(number)
  return `${year + 2000 <= base + 10 ? year + 2000 : year + 1900}年`
}

const UNTIL_BEFORE = /^(?:之|以)?前/
const SINCE = /^(?:起|以来|开始|(?:或|及)(?:以后|之后|后))/
const AFTER = /^(?:以后|之后|后)/
const UNTIL = /^(?:或|及)(?:以前|之前|前)/

/** 自2018年以来, 2010年1月10日或之前: what follows opens one end. */
function openEnded(s: string, time: Time): Resolved {
  const { from, to, recur } = time.resolved
  const after = s.slice(time.at + time.phrase.length, time.at + time.phrase.length + 4)
  if (recur !== null || to === null) return time.resolved
  // 三季度末, 9月底: the day itself; 三季度末前 is any day up to it.
  if (from === null && /[底末]$/.test(time.phrase) && !UNTIL_BEFORE.test(after)) return { from: to, to, recur }
  if (from !== null && SINCE.test(after)) return { from, to: null, recur }
  if (AFTER.test(after)) return { from: addDays(to, 1), to: null, recur }
  return UNTIL.test(after) ? { from: null, to, recur } : time.resolved
}
