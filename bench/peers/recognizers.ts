import { findUnit, toNumber } from '@yipanqi/base'
import { parseQuantity } from '@yipanqi/reading'
import { findTimes } from '@yipanqi/reading/deadlines/parse-time.ts'
import { scanAmounts } from '@yipanqi/reading/quantities/parse-quantity.ts'
import { outsideOf, type PeerCase, same } from './case.ts'

interface Result {
  Text: string
  TypeName: string
  Resolution: Record<string, unknown>
}
interface Item {
  Input: string
  Context?: { ReferenceDateTime?: string }
  Results: Result[]
}
interface TimeValue {
  timex: string
  value?: string
  start?: string
  end?: string
  Mod?: string
}

const squeeze = (text: string): string => text.replace(/[\s。，,.!！?？]/g, '')
const LATIN = [/[\d０-９][kKｋ]/, 'Latin shorthand', '15k stands in no document'] as const

const OUT_NUMBERS = [
  [/美元/, 'money', 'a number with a currency is money, tried in its own suite'],
  LATIN,
  [/[eE^]/, 'exponents', 'no document writes them'],
  [/打/, 'dozens', 'no document counts so'],
  [/兆/, '兆', 'means 10⁶ or 10¹² and is written in no mainland document'],
  [/\d\s+[\d３]\s?[/／]|／/, 'fractions with a stroke', 'a stroke divides units here'],
  [/分\s*之\s*[负負]/, 'negative parts', 'no document writes them'],
  [/^\.|^\.\.\./, 'numbers without their zero', 'no document writes them'],
  [/^[零]十$|点\s?[^零一二三四五六七八九\d]/, 'malformed numbers', 'no document writes them'],
] as const

export function numberCases(items: readonly Item[]): PeerCase[] {
  return items.map(({ Input: asked, Results }) => {
    const suite = 'Recognizers number'
    const [only] = Results
    const out = outsideOf(asked, OUT_NUMBERS)
    if (out) return { suite, asked, pass: false, got: '', ...out }
    if (only && (Results.length > 1 || squeeze(only.Text) !== squeeze(asked)))
      return {
        suite,
        asked,
        pass: false,
        got: '',
        category: 'bare numbers in a sentence',
        outside: 'a number without a unit obliges nobody',
      }
    const got = parseQuantity(asked)
    const pass = only
      ? got?.normal !== null && got?.normal !== undefined && same(got.normal.value, Number(only.Resolution.value))
      : got === null
    return {
      suite,
      category: only ? 'whole numbers and decimals' : 'none there',
      asked,
      pass,
      got: JSON.stringify(got),
    }
  })
}

const OUT_PERCENTS = [
  LATIN,
  [/折/, 'discounts', 'shops give them'],
  [/百万分之|万万分之/, 'parts per million', 'chemistry'],
  [/二三十/, 'guesses', 'that suite refuses 二三十个百分点, we read a range'],
] as const

export function percentCases(items: readonly Item[]): PeerCase[] {
  return items.map(({ Input: asked, Results }) => {
    const suite = 'Recognizers percent'
    const out = outsideOf(asked, OUT_PERCENTS)
    if (out) return { suite, asked, pass: false, got: '', ...out }
    const got = scanAmounts(asked).filter((one) => /%|百分点/.test(one.normal?.unit ?? ''))
    const want = Results.map((one) => Number(String(one.Resolution.value).replace('%', '')))
    const read = got.map((one) => toNumber((one.normal?.to ?? one.normal?.value) as never))
    const pass = read.length === want.length && want.every((value, i) => same(value, read[i] ?? Number.NaN))
    return { suite, category: want.length > 0 ? 'rates' : 'none there', asked, pass, got: JSON.stringify(read) }
  })
}

const OUT_MONEY = [
  [/比特币/, 'crypto currencies', 'not legal tender here'],
  [/銭|美分/, 'foreign cents', 'no budget is kept in them'],
  [/^人民币美元$/, 'units without a number', 'no quantity'],
] as const
const ISO: Readonly<Record<string, string>> = {
  CNY: '元',
  USD: '美元',
  TWD: '新台币',
  JPY: '日元',
  undefined: '美元',
}

export function currencyCases(items: readonly Item[]): PeerCase[] {
  return items.map(({ Input: asked, Results }) => {
    const suite = 'Recognizers currency'
    const out = outsideOf(asked, OUT_MONEY)
    if (out) return { suite, asked, pass: false, got: '', ...out }
    const got = scanAmounts(asked)
    const pass =
      Results.length === 0
        ? got.length === 0
        : Results.every(({ Resolution }) =>
            got.some(
              (one) =>
                one.normal !== null &&
                one.normal.unit === ISO[String(Resolution.isoCurrency)] &&
                same(toNumber(one.normal.value), Number(Resolution.value)),
            ),
          )
    const shown = got.map((one) => [one.unit, one.value && toNumber(one.value)])
    return { suite, category: Results.length > 0 ? 'money' : 'none there', asked, pass, got: JSON.stringify(shown) }
  })
}

const OUT_DIMENSIONS = [
  [/位是最小|比特|字节|赫兹/, 'computing and radio', 'no work list counts bits or hertz'],
  [/两$/, '两', 'weighed in shops'],
] as const
const NAMES: Readonly<Record<string, string>> = {
  Mu: '亩',
  Centimeter: '厘米',
  Meter: '米',
  Kilometer: '公里',
  Jin: '斤',
  Kilogram: '千克',
  Kilowatt: '千瓦',
}

export function dimensionCases(items: readonly Item[]): PeerCase[] {
  return items.map(({ Input: asked, Results }) => {
    const suite = 'Recognizers dimension'
    const out = outsideOf(asked, OUT_DIMENSIONS)
    if (out) return { suite, asked, pass: false, got: '', ...out }
    const got = scanAmounts(asked)
    const pass =
      Results.length === 0
        ? got.every((one) => one.normal?.unit === '个')
        : Results.every(({ Resolution }) => {
            const unit = findUnit(NAMES[String(Resolution.unit)] ?? '')
            if (!unit) return false
            const want = Number(Resolution.value) * toNumber(unit.factor)
            return got.some((one) => one.normal?.unit === unit.base && same(toNumber(one.normal.value), want))
          })
    const shown = got.map((one) => [one.unit, one.value && toNumber(one.value)])
    return { suite, category: Results.length > 0 ? 'measures' : 'none there', asked, pass, got: JSON.stringify(shown) }
  })
}

const OUT_RANGES = [
  LATIN,
  [/第十/, 'ranks', 'an order is no quantity'],
  [/同时|大于等于.*小于等于|并|以上[，,]/, 'two conditions', 'a clause with two bounds; a target has one or a range'],
  [/1\/2/, 'fractions with a stroke', 'a stroke divides units here'],
  [/之下|比三十大/, 'spoken comparisons', 'no document writes them'],
] as const

/** `[20,100)` → its two numbers. 以上 is open there and closed in Chinese law, so that only the numbers are compared. */
const bounds = (text: string): (number | null)[] =>
  text
    .replace(/[[\]()]/g, '')
    .split(',')
    .map((part) => (part.trim() === '' ? null : Number(part)))

export function rangeCases(items: readonly Item[]): PeerCase[] {
  return items.flatMap(({ Results }) =>
    Results.map(({ Text: asked, Resolution }) => {
      const suite = 'Recognizers number range'
      const out = outsideOf(asked, OUT_RANGES)
      if (out) return { suite, asked, pass: false, got: '', ...out }
      const got = parseQuantity(asked)
      const [low = null, high = null] = bounds(String(Resolution.value))
      const value = got?.unit === '%' ? got.value : (got?.normal?.value ?? null)
      const to = got?.normal?.to ?? null
      const lower =
        low === null ||
        (value !== null && same(value, low) && (high !== null || /^[>]|^range$/.test(got?.relation ?? '')))
      const upper =
        high === null ||
        (low === null
          ? value !== null && same(value, high) && (got?.relation.startsWith('<') ?? false)
          : low === high || (to !== null && same(to, high)))
      return {
        suite,
        category: 'bounds and ranges',
        asked,
        pass: lower && upper && got !== null,
        got: JSON.stringify(got),
      }
    }),
  )
}

const OUT_DATES = [
  [/^\d年前/, 'far offsets', 'the other suite takes the whole year, this one the day'],
  [/康熙|雍正|神龙/, 'eras', 'history'],
  [/农历|初一/, 'lunar days', 'terms are set in the civil calendar'],
  [/九十年代/, 'decades', 'history'],
  [/马上/, 'vague times', 'nothing can be held to them'],
  [/\d{1,2}\/\d{1,2}|12-11-10/, 'dates with strokes or without a century', 'ambiguous; no document writes them'],
  [/康|前10天|最後 ?3|前1周|后1年/, 'first and last days of a year', 'no document writes them'],
  [/今年18周岁/, 'a year up to today', 'here 今年 is the whole year'],
  [/截止到2018年/, 'the end of a year', 'here 截止到 a year includes that year'],
  [/2月29日/, 'days that do not exist', 'nothing to resolve'],
] as const

/** The days that one value of that suite means, in our terms: both inclusive; 前 a day includes that day. */
function days({ timex, value, start, end, Mod }: TimeValue): [string | null, string | null] {
  const shift = (day: string, by: number): string =>
    new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10)
  if (value !== undefined) return [value, value]
  const day = /^\d{4}-\d{2}-\d{2}$/.test(timex)
  if (Mod === 'before') return [null, day ? (end ?? null) : end ? shift(end, -1) : null]
  if (Mod === 'until') return [null, end ?? null]
  if (Mod === 'since') return [start ?? null, null]
  if (Mod === 'after') return [start ? (day ? shift(start, 1) : start) : null, null]
  // A range between two named days ends on the second; one of months or years ends before the next begins.
  return [start ?? null, end ? shift(end, -1) : null]
}

export function dateCases(items: readonly Item[]): PeerCase[] {
  return items.map(({ Input: asked, Context, Results }) => {
    const suite = 'Recognizers date'
    const none = { suite, asked, pass: false, got: '' }
    const types = Results.map((one) => one.TypeName.replace('datetimeV2.', ''))
    if (types.includes('duration'))
      return { ...none, category: 'durations', outside: 'a length without a beginning is a quantity, not a term' }
    if (types.some((type) => /^(?:time|timerange|datetime|datetimerange|set)$/.test(type)))
      return { ...none, category: 'clock times', outside: 'a work list counts in days' }
    const out = outsideOf(asked, OUT_DATES)
    if (out) return { ...none, ...out }
    const base = (Context?.ReferenceDateTime ?? '2017-03-22').slice(0, 10)
    const got = findTimes(asked, base)
    const near = (a: string | null, b: string | null, loose: boolean): boolean =>
      a === b || (loose && a !== null && b !== null && Date.parse(b) - Date.parse(a) === 86_400_000)
    const pass =
      Results.length === 0
        ? got.length === 0
        : Results.every(({ Resolution, Text }) =>
            (Resolution.values as TimeValue[]).some((value) => {
              const [from, to] = days(value)
              // That suite takes the end of A 到 B as outside the range; in a document the named end belongs to it.
              const joined = /[到至和\-–—]/.test(Text)
              return got.some(
                (one) => one.from === from && (near(to, one.to, joined) || (joined && sameEnd(to, one.to))),
              )
            }),
          )
    return {
      suite,
      category: Results.length === 0 ? 'none there' : types.includes('daterange') ? 'spans' : 'days',
      asked,
      pass,
      got: JSON.stringify(got),
    }
  })
}

/** 三月和九月之间 ends there on 1 September, here with the month: the same month or year is the same end. */
const sameEnd = (theirs: string | null, ours: string | null): boolean => {
  if (theirs === null || ours === null) return false
  const named = new Date(Date.parse(theirs) + 86_400_000).toISOString()
  return (
    named.slice(8, 10) === '01' &&
    (named.slice(0, 7) === ours.slice(0, 7) || (named.slice(5, 7) === '01' && named.slice(0, 4) === ours.slice(0, 4)))
  )
}
