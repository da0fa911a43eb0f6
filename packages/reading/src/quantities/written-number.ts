import { divide, multiply, parseNumeral, rational, type Rational } from '@yipanqi/base'

/** One number as written, at the head of a stretch; `end` is behind its last character. */
export interface WrittenNumber {
  end: number
  /** The exact value, scale included (1.2万亿 → 1.2 × 10¹²). */
  total: Rational
  /** The upper end where the number itself is vague: 三五百, 几十万, 十几亿. */
  upTo: Rational | null
  /** 多, 余: a little more than `total`. */
  more: boolean
  /** The multipliers that the number ends in and that are read as part of the unit: 万亿 of 1.2万亿. */
  scale: string
  /** 千 of 五千: what a single digit before it in a range is counted in as well (两到三千). */
  small: string
  /** %, ‰ or ‱ where the number is written 百分之…, and 成; otherwise empty. */
  rate: string
}

const DIGIT = '零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖'
const SCALES = '十百千万亿拾佰仟'
const RUN = new RegExp(`[\\d半${DIGIT}${SCALES}点分之又.,，\\s]{1,64}`, 'y')
const SIGN = /[-+−负]\s?/y
const RATE = /([百千万佰仟])\s{0,2}分\s{0,2}之\s{0,2}/y
const GUESS_TENS = /([几数]?)([十百千万亿]{1,4})(几?)/y
const TEENS = /([一二三四五六七八九]?十)几([万亿]{0,2})/y
const PAIR = new RegExp(
  `([一二三四五六七八])([二三四五六七八九])([十百千]?)([万亿]{0,2})(?![${DIGIT}${SCALES}点])`,
  'y',
)
const RATES: Readonly<Record<string, string>> = { 百: '%', 佰: '%', 千: '‰', 仟: '‰', 万: '‱' }
const POWERS: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n, 万: 10_000n, 亿: 100_000_000n }

/** 百亿 → 10¹⁰. */
export function scaleValue(scale: string): Rational {
  let value = rational(1)
  for (const c of scale) value = multiply(value, rational(POWERS[c] ?? 1n))
  return value
}

const at = (pattern: RegExp, s: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from
  return pattern.exec(s)
}

const plain = (end: number, total: Rational, scale = '', rate = ''): WrittenNumber => {
  return { end, total, upTo: null, more: false, scale, small: '', rate }
}

/** 几十万, 数百, 十几亿, 三五百: a range of its own. */
function readGuess(s: string, from: number): WrittenNumber | null {
  const teens = at(TEENS, s, from)
  if (teens) {
    const low = parseNumeral(teens[1] ?? '')
    const scale = scaleValue(teens[2] ?? '')
    if (!low) return null
    const high = { n: low.n + 10n * low.d, d: low.d }
    return {
      ...plain(from + teens[0].length, multiply(low, scale), teens[2]),
      upTo: multiply(high, scale),
    }
  }
  const tens = at(GUESS_TENS, s, from)
  if (tens && tens[1] !== '' && tens[3] === '') {
    const low = scaleValue(tens[2] ?? '')
    const big = /[万亿]*$/.exec(tens[2] ?? '')?.[0] ?? ''
    return { ...plain(from + tens[0].length, low, big), upTo: multiply(low, rational(10n)) }
  }
  const pair = at(PAIR, s, from)
  const low = pair && parseNumeral(pair[1] ?? '')
  const high = pair && parseNumeral(pair[2] ?? '')
  // 三五 and 三四 are guesses, 五三 and 二八 are not.
  if (!pair || !low || !high || high.n <= low.n || high.n - low.n > 2n) return null
  if (pair[3] === '' && pair[4] === '') return null
  const scale = scaleValue(`${pair[3]}${pair[4]}`)
  return { ...plain(from + pair[0].length, multiply(low, scale), pair[4]), upTo: multiply(high, scale) }
}

/** 1.2万亿 → 万亿, 三千万 → 万, 5亿3000万 and 十万五 → none: only a number with one multiplier lends it to the unit. */
function tailScale(raw: string): string {
  if (/^[\d.]+[十百千]?[万亿]{1,2}$|^[\d.]+[十百千]$/.test(raw)) return /[^\d.]+$/.exec(raw)?.[0] ?? ''
  const m = /^([^万亿]*)(万亿|亿|万)$/.exec(raw)
  return m?.[2] ?? ''
}

/**
 * The number that begins at `from` in half-width, simplified text: digits with separators, characters in lower or formal
 * case, mixed (5亿3000万), 百分之…, 三分之二, 一又二分之一, 七成六, 负…, 十几亿, 几十万, 三五百. Blanks between its characters
 * are allowed, between two arabic digits not. Null where none begins there. At most 64 characters are looked at.
 */
export function readNumber(s: string, from: number): WrittenNumber | null {
  const sign = at(SIGN, s, from)
  const start = from + (sign?.[0].length ?? 0)
  const negative = sign !== null && sign[0][0] !== '+'
  const found = readUnsigned(s, start)
  if (!found || !negative) return found
  return { ...found, total: { n: -found.total.n, d: found.total.d } }
}

function readUnsigned(s: string, from: number): WrittenNumber | null {
  const rate = at(RATE, s, from)
  if (rate) {
    const behind = from + rate[0].length
    const of = s[behind] === '百' && !/[一二三四五六七八九]/.test(s[behind + 1] ?? '') ? null : readUnsigned(s, behind)
    if (of) return of.rate === '' ? { ...of, scale: '', rate: RATES[rate[1] ?? ''] ?? '%' } : null
    return s[behind] === '百' && rate[1] === '百' ? plain(behind + 1, rational(100), '', '%') : null
  }
  const guess = readGuess(s, from)
  if (guess) return guess
  const run = at(RUN, s, from)?.[0]
  if (run === undefined || /^[\s.,，点分之又]/.test(run)) return null
  for (let length = run.length; length > 0; length -= 1) {
    const cut = run.slice(0, length)
    if (/[\s.,，]$/.test(cut) || /\d\s+\d/.test(cut)) continue
    const raw = cut.replace(/\s/g, '')
    if (!goodSeparators(raw)) continue
    const digits = raw.replace(/[,，]/g, '')
    const total = parseNumeral(digits) ?? loneScale(digits)
    if (total) return behindNumber(s, from + length, total, digits)
  }
  return null
}

/** 1,234 and 1，234: a separator only counts where it stands before groups of three. */
const goodSeparators = (raw: string): boolean => {
  if (!/[,，]/.test(raw)) return true
  const groups = (/^[\d,，]+/.exec(raw)?.[0] ?? '').split(/[,，]/)
  return (
    !/[,，]/.test(raw.slice(groups.join(',').length)) &&
    groups.every((group, i) => (i === 0 ? /^\d{1,3}$/.test(group) : /^\d{3}$/.test(group)))
  )
}

/** 百亿 without a digit is one hundred times 亿. */
const loneScale = (raw: string): Rational | null => (/^[百千][万亿]{0,2}$|^万亿$/.test(raw) ? scaleValue(raw) : null)

const TAIL = /\s?([多余几])\s?([百千万亿]{0,2})/y
const TENTHS =
  /\s?成(?![员立功果效长本为就套都年熟品交型群分绩人名因片了真])\s?([一二三四五六七八九半](?![万亿百千十]))?/y

function behindNumber(s: string, end: number, total: Rational, raw: string): WrittenNumber {
  const tenths = at(TENTHS, s, end)
  if (tenths) {
    const rest = tenths[1] === undefined ? null : tenths[1] === '半' ? rational(1, 2) : parseNumeral(tenths[1])
    const tenth = tenths[1] === '半' || rest === null ? rest : divide(rest, rational(10))
    const value = tenth === null ? total : { n: total.n * tenth.d + tenth.n * total.d, d: total.d * tenth.d }
    return plain(end + tenths[0].length, rational(value.n, value.d), '', '成')
  }
  const tail = at(TAIL, s, end)
  if (tail) {
    const scale = tail[2] ?? ''
    const value = multiply(total, scaleValue(scale))
    return { ...plain(end + tail[0].length, value, `${tailScale(raw)}${scale}`), more: true }
  }
  const small = /[一二三四五六七八九两]([百千佰仟])$/.exec(raw)?.[1] ?? ''
  return { ...plain(end, total, tailScale(raw)), small: small.replace('佰', '百').replace('仟', '千') }
}
