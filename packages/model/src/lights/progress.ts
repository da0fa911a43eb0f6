import { type Calendar, compare, type IsoDate, type Rational, rational, toFixed, toNumber, ZERO } from '@yipanqi/base'
import { exact } from '@yipanqi/rules'
import type { Progress } from '../api/matters.ts'
import { beforeIssue } from '../words.ts'
import { linearShare, planAt } from './curve.ts'
import type { LightFacts, LightScheme } from './facts.ts'
import { goalOf, percentOf, planDay } from './judge-measured.ts'

/**
 * The bar of a row: what was reached of what, and where the plan stands today (percent, one decimal). Null where no
 * percentage makes sense: before issue, 常态, a goal that is unknown or not positive, a 制度成果 without steps.
 * The plan of a ceiling or a growth rate is shown only where a curve was filed.
 * `parameters` are the scheme's, so that the tick stands where the verdict reckons.
 */
export function progressOf(
  facts: LightFacts,
  today: IsoDate,
  calendar: Calendar,
  parameters: LightScheme['parameters'] = {},
): Progress | null {
  // A closed matter no longer ages: its tick stays where it was on the day of closing.
  const now = facts.state === 'closed' && facts.closedOn !== null && facts.closedOn < today ? facts.closedOn : today
  const day = planDay({ facts, today: now, parameters, calendar })
  if (facts.kind === '常态' || beforeIssue.includes(facts.state)) return null
  if (facts.state === 'withdrawn' || facts.state === 'merged') return null
  const steps = facts.kind === '项目节点' ? (facts.nodes ?? facts.steps) : facts.steps
  const bySteps = facts.kind === '制度成果' || (facts.kind === '项目节点' && facts.target === null)
  if (bySteps && steps.length > 0) {
    const done = steps.filter((s) => s.doneOn !== null).length
    const dated = steps.some((s) => s.due !== null)
    const due = steps.filter((s) => s.due !== null && s.due < now).length
    const plan = dated ? rational(due * 100, steps.length) : linearShare(facts, day, calendar)?.share
    return {
      value: done,
      total: steps.length,
      unit: facts.kind === '制度成果' ? '步' : '个节点',
      percent: tenths(rational(done * 100, steps.length)),
      planPercent: plan ? tenths(plan) : null,
    }
  }
  if (facts.kind === '制度成果' && facts.value === null) return null
  const goal = goalOf(facts.kind === '制度成果' ? null : facts.target)
  if (goal === null || compare(goal.total, ZERO) <= 0) return null
  const value = facts.value === null ? ZERO : exact(facts.value)
  const planned = (goal.ceiling || goal.rate) && facts.curve.length === 0
  const plan = planned ? null : planAt(facts, goal.total, goal.unit, day, today, calendar)
  return {
    value: toNumber(value),
    total: toNumber(goal.total),
    unit: goal.unit,
    percent: tenths(percentOf(value, goal.total)),
    planPercent: plan ? tenths(plan.share) : null,
  }
}

// 四舍五入 to one decimal, as it is printed. A slip of the pen in a target must not become Infinity in JSON.
const MOST = 1_000_000
const tenths = (share: Rational): number => Math.max(-MOST, Math.min(MOST, Number(toFixed(share, 1))))
