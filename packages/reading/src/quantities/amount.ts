import { add, compare, divide, findUnit, multiply, parseNumeral, rational, type Rational } from '@yipanqi/base'
import { readNumber, scaleValue, type WrittenNumber } from './written-number.ts'

/** A number with its unit, or a range of two, exactly as written; offsets are into the stretch given. */
export interface Amount {
  start: number
  end: number
  /** In the written unit; null when it is masked. */
  value: Rational | null
  /** The upper end of a range, in the written unit. */
  to: Rational | null
  /** Multipliers included: 万亿元, %, 万元/亩; empty for a bare number. */
  unit: string
  /** 多, 余: more than the value. */
  more: boolean
  /** In the base unit; null when it is masked. */
  normal: { value: Rational; to: Rational | null; unit: string } | null
}

const MASK = /(?:\*{1,8}|[Xx]{1,6}|×{1,6}|[○〇]{2,6}|_{2,12}|□{1,6})\s?([十百千万亿]{0,3})/y
const CURRENCY =
  /(人民币|港币|港元|美元|美金|欧元|日元|新台币|￥|¥|\$)\s{0,2}(?=[\d零一二两三四五六七八九十壹贰叁肆伍陆柒捌玖几数百千])/y
const CURRENCIES: Readonly<Record<string, string>> = {
  人民币: '元',
  '￥': '元',
  '¥': '元',
  港币: '港元',
  美金: '美元',
  $: '美元',
}
const AFTER_YUAN = /(?:美元|港元|港币|欧元|日元|澳元|英镑)/y
const PARTS = /\s?(?:([\d一二两三四五六七八九])\s?[角毛])?(?:\s?([\d一二两三四五六七八九])\s?分)?/y
const JOIN = /\s?(?:（含[^）]{0,3}）)?\s?(?:—{1,2}|-{1,2}|–|―|~|至|到|和|与)\s?/y
// 28日 is a day, not a length of time.
const NO_UNIT = new Set([
  '日',
  '方',
  '面',
  '根',
  '片',
  '段',
  '道',
  '档',
  '页',
  '节',
  '村',
  '乡',
  '镇',
  '县',
  '度',
  '里',
  '班',
  '环',
  '级',
  '角',
])
const MAX_UNIT = 6
const SPACED_POINTS = /\s{0,3}个?\s?百\s?分\s?点/y

const at = (pattern: RegExp, s: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from
  return pattern.exec(s)
}

interface WrittenUnit {
  name: string
  end: number
  base: string
  factor: Rational
}

/** The longest unit that stands at `from`; 万元/亩 with what it is reckoned by. */
function readUnit(s: string, from: number): WrittenUnit | null {
  const points = at(SPACED_POINTS, s, from)
  if (points) return { name: '个百分点', end: from + points[0].length, base: '个百分点', factor: rational(1) }
  const start = s[from] === ' ' ? from + 1 : from
  for (let length = Math.min(MAX_UNIT, s.length - start); length > 0; length -= 1) {
    const name = s.slice(start, start + length)
    const unit = findUnit(name)
    if (!unit || NO_UNIT.has(name)) continue
    const end = start + length
    // %20 of an address is no rate.
    if (name.endsWith('%') && /[0-9A-Za-z]/.test(s[end] ?? '')) continue
    // 三块, 三块钱 are money; 三块牌子 are things.
    if (name === '块' && !/^[\u4e00-\u9fff]/.test(s.slice(end).replace(/^[一二三四五六七八九]?[角毛]/, ''))) {
      return { name, end, base: '元', factor: unit.factor }
    }
    const foreign = name === '元' ? at(AFTER_YUAN, s, end) : null
    if (foreign) return readUnit(s, end)
    const per = /^\s?\/\s?/.exec(s.slice(end, end + 3))
    const below = per ? readUnit(s, end + per[0].length) : null
    if (!below) return { name, end, base: unit.base, factor: unit.factor }
    return { name: `${name}/${below.name}`, end: below.end, base: `${unit.base}/${below.name}`, factor: unit.factor }
  }
  return null
}

/** A rate that the number itself wrote (百分之五, 七成) is a unit that needs no further one. */
function unitOf(s: string, number: WrittenNumber): WrittenUnit | null {
  if (number.rate === '') return readUnit(s, number.end)
  const unit = findUnit(number.rate)
  return unit ? { name: number.rate, end: number.end, base: unit.base, factor: unit.factor } : null
}

/**
 * The amount that begins at `from` in half-width, simplified text, or null. With `bare`, a number without a unit is one too.
 * Money with 角 and 分, halves (两米半), ranges whose first part leaves out unit or multiplier (30—50亿元, 两到三千元),
 * currencies before the number (人民币50元) and masks (**亿元) are read. Exact; looks at a bounded number of characters.
 */
export function readAmount(s: string, from: number, bare = false): Amount | null {
  const mask = at(MASK, s, from)
  if (mask) return readMasked(s, from, mask)
  const currency = at(CURRENCY, s, from)
  const money = currency === null ? null : (CURRENCIES[currency[1] ?? ''] ?? currency[1] ?? null)
  const first = readNumber(s, from + (currency?.[0].length ?? 0))
  if (!first) return null
  const unit = unitOf(s, first)
  const range = first.upTo === null ? readRange(s, first, unit, bare) : null
  if (range) return build(from, range.end, range.low, range.high, range.scale, range.unit, false, money)
  if (!unit && !money) {
    return bare ? build(from, first.end, first.total, first.upTo, first.scale, null, first.more, null) : null
  }
  // A year is a name.
  if (unit?.name === '年' && isYear(first.total)) return null
  const end = unit?.end ?? first.end
  const rest = readRest(s, end, unit, first)
  return build(from, rest.end, rest.total, first.upTo, rest.scale, unit, first.more, money)
}

const isYear = (n: Rational): boolean => n.d === 1n && n.n >= 1900n && n.n <= 2100n

function readMasked(s: string, from: number, mask: RegExpExecArray): Amount | null {
  const unit = readUnit(s, from + mask[0].length)
  if (!unit) return null
  return {
    start: from,
    end: unit.end,
    value: null,
    to: null,
    unit: `${mask[1] ?? ''}${unit.name}`,
    more: false,
    normal: null,
  }
}

/** What follows the unit and belongs to the number: 一角七分, 半. */
function readRest(s: string, end: number, unit: WrittenUnit | null, first: WrittenNumber) {
  const same = { end, total: first.total, scale: first.scale }
  if (!unit || first.upTo !== null || first.more) return same
  if (unit.base === '元' && unit.factor.n === 1n) {
    const parts = at(PARTS, s, end)
    if (parts && (parts[1] !== undefined || parts[2] !== undefined)) {
      const digit = (text: string | undefined, by: number): Rational =>
        divide((text === undefined ? null : parseNumeral(text)) ?? rational(0), rational(by))
      const total = add(first.total, add(digit(parts[1], 10), digit(parts[2], 100)))
      return { end: end + parts[0].length, total, scale: '' }
    }
  }
  const half = s[end] === '半' && first.scale === '' && !unit.name.includes('/') && s[end + 1] !== '年'
  return half ? { end: end + 1, total: add(first.total, rational(1, 2)), scale: '' } : same
}

function readRange(s: string, first: WrittenNumber, unit: WrittenUnit | null, bare: boolean) {
  const join = at(JOIN, s, unit?.end ?? first.end)
  if (!join) return null
  const from = (unit?.end ?? first.end) + join[0].length
  if (/[-+−负]/.test(s[from] ?? '')) return null
  const second = readNumber(s, from)
  if (!second || second.upTo !== null) return null
  const other = unitOf(s, second)
  const shared = other ?? unit
  if ((!shared && !bare) || (unit && other && unit.base !== other.base)) return null
  const behind = shared?.end ?? second.end
  if (shared === null && isYear(first.total) && isYear(second.total)) return null
  // 10和20家 are two figures unless 之间 holds them together.
  if (/[和与]/.test(join[0]) && !s.startsWith('之间', behind)) return null
  let low = first.total
  let scale = first.scale
  if (unit === null && first.scale === '') {
    const small = compare(low, rational(10)) < 0 ? second.small : ''
    low = multiply(low, scaleValue(`${small}${second.scale}`))
    scale = second.scale
  }
  if (compare(low, second.total) > 0) return null
  return {
    end: Math.max(behind, second.end),
    low,
    high: second.total,
    scale: scale === second.scale ? scale : '',
    unit: shared,
  }
}

function build(
  start: number,
  end: number,
  low: Rational,
  high: Rational | null,
  scale: string,
  unit: WrittenUnit | null,
  more: boolean,
  money: string | null,
): Amount {
  const by = scaleValue(scale)
  const factor = unit?.factor ?? rational(1)
  const yuan = money !== null && (unit === null || unit.base === '元')
  const written = yuan ? money : (unit?.name ?? '')
  return {
    start,
    end,
    value: divide(low, by),
    to: high && divide(high, by),
    unit: `${scale}${written}`,
    more,
    normal: {
      value: multiply(low, factor),
      to: high && multiply(high, factor),
      unit: yuan ? money : (unit?.base ?? ''),
    },
  }
}
