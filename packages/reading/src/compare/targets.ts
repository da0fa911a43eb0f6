import { fold } from '../text/fold.ts'
import type { Target } from '../types.ts'

/** One figure of a pair: what it was and what it is; null where a side has none. */
export interface Move {
  readonly indicator: string
  readonly from: Target | null
  readonly to: Target | null
  /** 高了 and 低了 where both are known and of one unit and basis; 改 where the words around the figure changed. */
  readonly way: 'up' | 'down' | 'changed' | 'new' | 'gone'
}

/** Figures of two sentences that ask for the same, aligned by indicator, basis and unit; equal ones are left out. */
export function moveTargets(older: readonly Target[], newer: readonly Target[]): Move[] {
  const left = [...older]
  const moves: Move[] = []
  for (const to of newer) {
    const from = takeClosest(left, to)
    if (!from) moves.push({ indicator: to.indicator, from: null, to, way: 'new' })
    else if (!same(from, to)) moves.push({ indicator: to.indicator || from.indicator, from, to, way: wayOf(from, to) })
  }
  for (const from of left) moves.push({ indicator: from.indicator, from, to: null, way: 'gone' })
  return moves
}

/** Takes the one that `target` most likely is, out of `left`. */
function takeClosest(left: Target[], target: Target): Target | null {
  let best = -1
  let top = 0
  for (const [index, one] of left.entries()) {
    const fits = fit(one, target)
    if (fits > top) {
      top = fits
      best = index
    }
  }
  return best < 0 ? null : (left.splice(best, 1)[0] ?? null)
}

function fit(one: Target, other: Target): number {
  const named = indicatorKey(one.indicator) === indicatorKey(other.indicator)
  const unit = kindOfUnit(one) === kindOfUnit(other)
  const basis = one.basis === other.basis
  // 增长6% and 达到6亿元 of one indicator are two figures; 达到18个 and 新增18个 may be one that is worded anew.
  if (!unit) return 0
  return (named ? 4 : 0) + (basis ? 2 : 0) + 1
}

/** 新增规上企业 and 规上企业数 are one indicator. */
function indicatorKey(indicator: string): string {
  return fold(indicator).replace(/^(?:全年|全县|新增|新建|完成|实现|力争)+|(?:总量|总额|数量|数)$/g, '')
}

function kindOfUnit(target: Target): string {
  return target.normal?.unit ?? target.unit
}

function same(from: Target, to: Target): boolean {
  return (
    from.masked === to.masked &&
    valueOf(from) === valueOf(to) &&
    endOf(from) === endOf(to) &&
    from.relation === to.relation &&
    from.basis === to.basis
  )
}

const valueOf = (target: Target): number | null => target.normal?.value ?? target.value
const endOf = (target: Target): number | null => target.normal?.to ?? target.to

function wayOf(from: Target, to: Target): Move['way'] {
  const [before, after] = [valueOf(from), valueOf(to)]
  if (before === null || after === null || before === after || from.basis !== to.basis) return 'changed'
  return after > before ? 'up' : 'down'
}
