import { compare, narrowFigures, toNumber } from '@yipanqi/base'
import type { Basis, Relation, Target } from '../types.ts'
import { type Amount, readAmount } from './amount.ts'
import { findTargets } from './index.ts'
import { basisOf, boundOf } from './relation.ts'
import { simplifyNumerals } from './simplify.ts'

/** What one phrase says of a quantity. Fields that do not apply are absent. */
export interface Quantity {
  relation: Relation
  /** In the written unit; null when it is masked. */
  value: number | null
  /** The upper end where `relation` is `range`. */
  to?: number
  /** Multipliers included (万亿元); empty for a bare number. */
  unit: string
  /** In the base unit, computed exactly; null when it is masked. */
  normal: { value: number; to?: number; unit: string } | null
  masked?: true
  /** 增长 5% is a change, 占比 35% a share, 20 家 a count; absent for a level. */
  basis?: Exclude<Basis, 'level'>
  /** The thing that the figure belongs to, where the text names it. */
  indicator?: string
}

/** Longer texts are documents: those are `readDocument`'s and `findTargets`' business. */
export const MAX_PHRASE = 1000

const HEAD =
  /^(?:力争|确保|争取|实现|完成|预计|总计|共计|累计|同比|年均|平均|全年|今年|新增|净增|提高|提升|增加|增长|上升|扩大|降低|下降|减少|压减|压降|压缩|缩短|控制|稳定|保持|达到|达|超过|超出|突破|高于|低于|大于(?:或者?)?等于|小于(?:或者?)?等于|大于|小于|等于|多于|少于|不少于|不低于|不小于|不超过|不高于|不多于|不大于|不得少于|不得低于|不得超过|不得高于|至少|最少|最多|最高|至多|不足|不到|接近|将近|大约|占比|比重|比例|幅度|增幅|降幅|增速|[≥≤><=＝增减升降占超约近逾过为到至在了共以翻有\s])*$/
const TAIL = /^\s?(?:（含[^）]{0,3}）)?(?:及|或|含)?(?:以上|以下|以内|之内|左右|上下|之间|开外|整)?\s?[。；，！]?$/
const DOUBLED = /翻(?:了)?([一两二三四]?)番/
const MEASURED = new Set(
  '元 美元 港元 欧元 日元 英镑 韩元 澳元 加元 泰铢 卢布 新台币 亩 平方米 立方米 米 千克 吨标准煤 千瓦 千瓦时 % 个百分点'.split(
    ' ',
  ),
)
const MAY_BEGIN = /[\d*×Xx○_□零〇一二两三四五六七八九十百千万几数半壹贰叁肆伍陆柒捌玖拾佰仟负+\-−人港美欧日新￥¥$]/
const NAME_BEFORE = /(?:第|最后|[“《〔A-Za-z])$/

/** All amounts with a unit in `text`, left to right; a help for phrases, not for documents (`findTargets` reads those). */
export function scanAmounts(text: string): Amount[] {
  const s = simplifyNumerals(narrowFigures(text.slice(0, MAX_PHRASE)))
  const found: Amount[] = []
  for (let i = 0; i < s.length; i += 1) {
    if (!MAY_BEGIN.test(s[i] ?? '')) continue
    const amount = readAmount(s, i)
    if (amount && !NAME_BEFORE.test(s.slice(Math.max(0, i - 2), i))) found.push(amount)
    const bare = amount ?? readAmount(s, i, true)
    if (bare) i = bare.end - 1
  }
  return found
}

/**
 * Reads one quantity as Chinese documents write it: `不少于1.2万亿元` → `>=`, 1.2, 万亿元, 1,200,000,000,000 元. The text may be
 * the quantity alone (bare numbers included: 三百五, 百分之五) or a sentence; of several the first that is a goal counts.
 * Null where there is none: ordinals, names (一盘棋, 二十大, 十四五), titles (政策60条), more than `MAX_PHRASE` UTF-16 units.
 */
export function parseQuantity(text: string): Quantity | null {
  if (text.length > MAX_PHRASE) return null
  const s = simplifyNumerals(narrowFigures(text)).trim()
  return wholePhrase(s) ?? firstTarget(s) ?? firstMeasured(s)
}

function wholePhrase(s: string): Quantity | null {
  const doubled = DOUBLED.exec(s)
  if (doubled && HEAD.test(s.slice(0, doubled.index)) && TAIL.test(s.slice(doubled.index + doubled[0].length))) {
    const [target] = findTargets(s, 0, s.length)
    return target ? ofTarget({ ...target, indicator: '' }) : null
  }
  for (let i = 0; i < Math.min(s.length, 24); i += 1) {
    if (!MAY_BEGIN.test(s[i] ?? '')) continue
    const head = s.slice(0, i)
    if (!HEAD.test(head)) return null
    const amount = readAmount(s, i, true)
    if (amount && TAIL.test(s.slice(amount.end))) return ofAmount(s, amount, head)
    if (amount) return twoBounds(s, amount, head)
  }
  return null
}

const UPPER_BOUND =
  /^\s?(?:（含[^）]{0,3}）)?(?:(?:及|含)?以上)?(?:[，、]|且|并|的同时){0,2}\s?(?:不超过|不高于|不满|小于(?:或者?)?等于|小于|少于|低于)?\s?/

/** 20人以上300人以下, 大于10且小于20: both bounds of one thing are a range. */
function twoBounds(s: string, low: Amount, head: string): Quantity | null {
  const join = UPPER_BOUND.exec(s.slice(low.end, low.end + 20))?.[0] ?? ''
  const high = join === '' ? null : readAmount(s, low.end + join.length, true)
  if (!high?.normal || !low.normal || !high.value || high.to || low.to) return null
  const rest = s.slice(high.end)
  const named = /以上/.test(join)
    ? /^(?:（不?含[^）]{0,3}）)?(?:以下|以内)?$/.test(rest)
    : /[小少低不]/.test(join) && rest === ''
  if (!named || (low.unit !== '' && low.unit !== high.unit) || compare(low.normal.value, high.normal.value) > 0)
    return null
  return ofAmount(
    s,
    {
      ...high,
      value: low.value,
      to: high.value,
      normal: { ...high.normal, value: low.normal.value, to: high.normal.value },
    },
    head,
  )
}

function firstTarget(s: string): Quantity | null {
  const [target] = findTargets(s, 0, s.length)
  return target ? ofTarget(target) : null
}

/** Figures that no goal verb stands beside: money, area, lengths, rates; counts of things mean too many other things. */
function firstMeasured(s: string): Quantity | null {
  const amount = scanAmounts(s).find((one) => one.normal !== null && MEASURED.has(one.normal.unit.split('/')[0] ?? ''))
  return amount ? ofAmount(s, amount, '') : null
}

function ofAmount(s: string, amount: Amount, indicator: string): Quantity {
  const figure = {
    start: amount.start,
    end: amount.end,
    value: amount.value && toNumber(amount.value),
    to: amount.to && toNumber(amount.to),
    unit: amount.unit,
    inner: amount.more ? ('多' as const) : ('' as const),
    lone: false,
    script: 'arabic' as const,
    normal: null,
  }
  const { normal } = amount
  const basis = basisOf(s, figure, 0, indicator)
  // A measure is no number of things, whatever its name also counts (三百块).
  const plain = normal !== null && (normal.unit === '' || MEASURED.has(normal.unit)) && basis === 'count'
  return quantity({
    relation: boundOf(s, figure).relation,
    value: figure.value,
    to: figure.to,
    unit: amount.unit,
    normal: normal && {
      value: toNumber(normal.value),
      to: normal.to && toNumber(normal.to),
      unit: normal.unit,
    },
    basis: plain ? 'level' : basis,
    indicator: '',
  })
}

const ofTarget = (target: Target): Quantity => quantity(target)

function quantity(
  from: Pick<Target, 'relation' | 'value' | 'to' | 'unit' | 'normal' | 'basis' | 'indicator'>,
): Quantity {
  const { normal } = from
  return {
    relation: from.relation,
    value: from.value,
    ...(from.to === null ? {} : { to: from.to }),
    unit: from.unit,
    normal: normal && {
      value: normal.value,
      ...(normal.to === null ? {} : { to: normal.to }),
      unit: normal.unit,
    },
    ...(from.value === null ? { masked: true as const } : {}),
    ...(from.basis === 'level' ? {} : { basis: from.basis }),
    ...(from.indicator === '' ? {} : { indicator: from.indicator }),
  }
}
