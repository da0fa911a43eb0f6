// What the makers of ledgers share: codes with true check digits, and sums that come out to the 分.
import { creditCodeCheck, organizationCodeCheck } from '@yipanqi/base'
import type { Random } from '../../random.ts'

/** Money as fields keep it. */
export const yuan = (n: number): number => Math.round(n * 100)
export const wan = (n: number): number => Math.round(n * 1_000_000)
/** A percent as fields keep it: 3.45 → 34500. */
export const percentOf = (n: number): number => Math.round(n * 10_000)
/** An area in 亩 as fields keep it. */
export const mu = (n: number): number => Math.round(n * 1_000_000)
/** An area in 平方米 as fields keep it: whole 平方米 only. */
export const squareMetres = (n: number): number => Math.round(n) * 1500

/**
 * A credit code of the fictional region 000000 with sound check digits, also in its 组织机构代码. `kind` is its first two
 * characters: 91 firms, 93 co-operatives, 92 individual businesses, 54 farm collectives.
 */
export function creditCodeOf(kind: string, serial: number): string {
  const body = serial.toString().padStart(8, '0')
  const first = `${kind}000000${body}${organizationCodeCheck(body) ?? ''}`
  const check = creditCodeCheck(first)
  if (check === null || first.length !== 17) throw new Error(`no credit code for ${kind} ${serial}`)
  return first + check
}

/**
 * Shares `total` (a whole number of steps) out by weights: whole multiples of `step` that add up to it exactly, largest
 * remainders first.
 */
export function shareOut(total: number, weights: readonly number[], step = 1): number[] {
  if (total % step !== 0) throw new Error(`${total} is no multiple of ${step}`)
  const units = total / step
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((w) => (units * w) / sum)
  const parts = exact.map(Math.floor)
  let left = units - parts.reduce((a, b) => a + b, 0)
  const byRemainder = exact
    .map((x, i) => ({ i, rest: x - Math.floor(x) }))
    .toSorted((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of byRemainder) {
    if (left <= 0) break
    parts[i] = (parts[i] ?? 0) + 1
    left -= 1
  }
  return parts.map((p) => p * step)
}

/** Moves values by `step` within their bounds, in turn, until they add up to `total`. */
export function settle(
  values: readonly number[],
  total: number,
  step: number,
  bounds: (index: number) => readonly [number, number],
): number[] {
  const settled = [...values]
  let difference = total - settled.reduce((a, b) => a + b, 0)
  if (difference % step !== 0) throw new Error(`${difference} is no multiple of ${step}`)
  while (difference !== 0) {
    const before = difference
    for (let i = 0; i < settled.length && difference !== 0; i += 1) {
      const moved = (settled[i] ?? 0) + Math.sign(difference) * step
      const [least, most] = bounds(i)
      if (moved < least || moved > most) continue
      settled[i] = moved
      difference -= Math.sign(difference) * step
    }
    if (before === difference) throw new Error(`${total} cannot be reached within the bounds`)
  }
  return settled
}

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎']
const given = [...'禾川明远清和立诚文静志安晓岚建业春生雨泽思齐永康佳宁海平志强秀兰国栋玉梅子墨德全']

/** An invented name of two or three characters. */
export function personName(random: Random): string {
  const second = random.next() < 0.7 ? random.pick(given) : ''
  return random.pick(surnames) + random.pick(given) + second
}

/** A number of the range kept for fiction: nobody is called by it. */
export const phoneNumber = (random: Random): string => `1990000${String(random.int(0, 9999)).padStart(4, '0')}`

/** `count` different items in the list's own order. */
export function several<T>(random: Random, items: readonly T[], count: number): T[] {
  const picked = new Set<number>()
  while (picked.size < Math.min(count, items.length)) picked.add(random.int(0, items.length - 1))
  return items.filter((_, i) => picked.has(i))
}

/** One of the items by its weight. */
export function weighted<T>(random: Random, items: readonly (readonly [T, number])[]): T {
  let at = random.next() * items.reduce((sum, [, w]) => sum + w, 0)
  for (const [item, weight] of items) {
    at -= weight
    if (at < 0) return item
  }
  const last = items.at(-1)
  if (!last) throw new Error('nothing to choose from')
  return last[0]
}
