// 指标 and 清查建账 (and whatever else is measured by one figure): what was reached against where the plan stands.
import {
  compare,
  divide,
  type IsoDate,
  monthEnd,
  multiply,
  type Rational,
  rational,
  subtract,
  toFixed,
  ZERO,
} from '@yipanqi/base'
import { exact, showBeside, showPlain } from '@yipanqi/rules'
import type { Pace } from '../words.ts'
import { type Context, fromRule, ownNumber, unlit } from './context.ts'
import { backLoaded, type Plan, planAt } from './curve.ts'
import { figure, planDayWords } from './phrases.ts'
import type { Finding, LightFacts, VerdictStep } from './facts.ts'
import { freshness } from './fresh.ts'

const HUNDRED = rational(100)

/** The goal as one number: of a target, or 100 % of the work where a matter has none. */
export interface Goal {
  readonly total: Rational
  readonly unit: string
  /** 控制在、压减到: less is better. */
  readonly ceiling: boolean
  /** The relation leaves the number itself out (超过、低于). */
  readonly strict: boolean
  /** 增速: compared with the whole target on any day, because a growth rate does not pile up. */
  readonly rate: boolean
}

/** Null while the number is masked or missing: 目标值未定. */
export function goalOf(target: LightFacts['target']): Goal | null {
  if (target === null) return { total: HUNDRED, unit: '%', ceiling: false, strict: false, rate: false }
  if (target.value === null || target.masked === true) return null
  return {
    total: exact(target.value),
    unit: target.unit,
    ceiling: target.relation === '<=' || target.relation === '<',
    strict: target.relation === '<' || target.relation === '>',
    rate: target.basis === 'change' && /^(?:%|‰|个?百分点)$/.test(target.unit),
  }
}

export const percentOf = (figure: Rational, total: Rational): Rational => divide(multiply(figure, HUNDRED), total)

/**
 * The day whose plan counts: today. By the county's choice the day that a fresh figure speaks of (a figure of April is
 * then not held against the plan of May), and the end of that day's month.
 */
export function planDay({ facts, today, parameters, calendar }: Omit<Context, 'preset'>): IsoDate {
  let day = today
  if (parameters['planAtReport'] === 1 && facts.lastReportAsOf !== null && facts.lastReportAsOf < today) {
    const { fresh, last } = freshness(facts, today, calendar)
    if (fresh && last !== null && last >= (facts.issuedOn ?? last)) day = last
  }
  if (parameters['planByMonth'] !== 1) return day
  const end = monthEnd(day)
  return facts.deadline !== null && facts.deadline < end && facts.deadline >= day ? facts.deadline : end
}

export function judgeMeasured(context: Context): Finding {
  const goal = goalOf(context.facts.target)
  if (goal === null) return unlit('目标值未定，暂不亮灯')
  if (goal.ceiling) return judgeCeiling(context, goal)
  if (compare(goal.total, ZERO) <= 0) return judgeWithoutShare(context, goal)
  return goal.rate ? judgeRate(context, goal) : judgeFloor(context, goal)
}

function judgeFloor(context: Context, goal: Goal): Finding {
  const { facts, preset, parameters } = context
  const value = facts.value === null ? ZERO : exact(facts.value)
  const actual = percentOf(value, goal.total)
  const over = compare(value, goal.total)
  const reached = goal.strict ? over > 0 : over >= 0
  const plan = planFor(context, goal)
  if (plan === null) {
    const clause = '没有完成时限和报备曲线，无法推算序时'
    return unlit(`${clause}，${actualWords(facts, goal, actual)}`, reached ? '已完成' : '其他')
  }
  if (compare(plan.share, ZERO) <= 0) {
    return {
      ...unlit(`无序时要求（计划为 0），${actualWords(facts, goal, actual)}`),
      pace: reached ? '已完成' : '其他',
    }
  }
  const result = preset.progress.run({ plan: plan.share, actual }, parameters)
  const gap = gapWords(subtract(plan.share, actual), boundsOf(context))
  const clauses = [`${plan.words}，${actualWords(facts, goal, actual)}，${gap}，${result.outcome.because}`]
  const found = fromRule(result, paceOf(plan.share, actual, reached), clauses)
  const steps = [...measureSteps(context, goal, plan, actual), ...found.steps]
  // A reached goal is reached, even where the curve asks for more than the goal by this day.
  if (reached) return { ...found, light: 'green', pace: '已完成', clauses: [...clauses, '目标值已达到'], steps }
  return { ...found, steps }
}

/** A growth rate against the filed value of the day, otherwise against the target itself. */
function judgeRate(context: Context, goal: Goal): Finding {
  const { facts, preset, parameters } = context
  if (facts.value === null) return awaiting('尚无数据，不判滞后')
  const actual = percentOf(exact(facts.value), goal.total)
  const filed = facts.curve.length > 0 ? planFor(context, goal) : null
  const plan = filed ?? {
    share: HUNDRED,
    filed: false,
    words: `增速不累计，按目标 ${figure(goal.total, goal.unit)} 比较`,
  }
  const figures = `${plan.words}，${actualWords(facts, goal, actual)}`
  if (preset.growth) {
    const planned = divide(multiply(plan.share, goal.total), HUNDRED)
    const known = ownNumber(parameters, 'cityMean')
    const mean = known === undefined ? planned : exact(known)
    const result = preset.growth.run({ growth: exact(facts.value), plan: planned, mean }, parameters)
    return fromRule(result, '达进度', [`${figures}，${result.outcome.because}`])
  }
  const result = preset.progress.run({ plan: plan.share, actual }, parameters)
  const gap = gapWords(subtract(plan.share, actual), boundsOf(context))
  const found = fromRule(result, paceOf(plan.share, actual, false), [`${figures}，${gap}，${result.outcome.because}`])
  return { ...found, steps: [...measureSteps(context, goal, plan, actual), ...found.steps] }
}

/**
 * A ceiling is kept, not reached: below it (below the filed curve, where there is one) is fine on any day. What lies
 * above is handed to the same rule, mirrored at the plan, so that points over count as points behind; a broken ceiling
 * is yellow at least.
 */
function judgeCeiling(context: Context, goal: Goal): Finding {
  const { facts, preset, parameters } = context
  const limit = `控制在 ${figure(goal.total, goal.unit)}${goal.strict ? '以下（不含）' : '以内'}`
  if (facts.value === null) return awaiting(`${limit}，尚无数据`)
  const value = exact(facts.value)
  const over = compare(value, goal.total)
  const broken = goal.strict ? over >= 0 : over > 0
  if (compare(goal.total, ZERO) <= 0) {
    const clause = `${limit}，实际 ${figure(value, goal.unit)}，${broken ? '已突破' : '未突破'}`
    return { light: broken ? 'red' : 'green', pace: broken ? '欠进度' : '达进度', clauses: [clause], steps: [] }
  }
  const actual = percentOf(value, goal.total)
  const filed = facts.curve.length > 0 ? planFor(context, goal) : null
  const plan = filed ?? { share: HUNDRED, filed: false, words: '上限不按序时推算' }
  const mirrored = subtract(multiply(plan.share, rational(2)), actual)
  const result = preset.progress.run({ plan: plan.share, actual: mirrored }, parameters)
  const above = subtract(actual, plan.share)
  const gap =
    compare(above, ZERO) > 0
      ? `高出${filed ? '计划' : '上限'} ${showBeside(above, boundsOf(context))} 个百分点`
      : '未超出'
  const clauses = [`${limit}，${plan.words}，${actualWords(facts, goal, actual)}，${gap}`]
  const found = fromRule(result, '达进度', clauses)
  const line = filed ? '计划' : '上限'
  const steps: VerdictStep[] = [
    { label: line, formula: filed ? plan.words : limit, value: `${toFixed(plan.share, 1)}%` },
    {
      label: '实际',
      formula: `${showPlain(value)} ÷ ${figure(goal.total, goal.unit)}`,
      value: `${toFixed(actual, 1)}%`,
    },
    { label: '高出', formula: `实际 − ${line}`, value: `${showBeside(above, boundsOf(context))} 个百分点` },
  ]
  if (!broken) return { ...found, steps }
  const light = found.light === 'red' ? 'red' : 'yellow'
  return { light, pace: '欠进度', clauses: [...clauses, '上限已突破'], steps }
}

/** A goal of 0 or below has no share: it is met or it is not, and no pace leads to it. */
function judgeWithoutShare(context: Context, goal: Goal): Finding {
  const { facts } = context
  const goalWords = `目标 ${figure(goal.total, goal.unit)}`
  if (facts.value === null) return awaiting(`${goalWords}，尚无数据`)
  const over = compare(exact(facts.value), goal.total)
  const met = goal.strict ? over > 0 : over >= 0
  const clause = `${goalWords}，实际 ${figure(exact(facts.value), goal.unit)}`
  if (!met) return unlit(`${clause}，不能按比例推算序时`)
  return { light: 'green', pace: goal.rate ? '达进度' : '已完成', clauses: [clause], steps: [] }
}

const awaiting = (clause: string): Finding => ({ ...unlit(clause), awaitsFigure: true })

function planFor(context: Context, goal: Goal): Plan | null {
  return planAt(context.facts, goal.total, goal.unit, planDay(context), context.today, context.calendar)
}

/** 超进度 from ten points ahead; the mirror of where the 银川 rule begins to call a matter behind. */
function paceOf(plan: Rational, actual: Rational, reached: boolean): Pace {
  if (reached) return '已完成'
  return compare(subtract(actual, plan), rational(10)) >= 0 ? '超进度' : '达进度'
}

function boundsOf(context: Context): readonly Rational[] {
  const { preset, parameters } = context
  const own = Object.entries(preset.progress.parameters).filter(([, p]) => p.unit === '个百分点')
  return [ZERO, ...own.map(([name, p]) => exact(ownNumber(parameters, name) ?? p.value))]
}

export function gapWords(behind: Rational, bounds: readonly Rational[]): string {
  const side = compare(behind, ZERO)
  if (side === 0) return '与计划持平'
  const text = showBeside(behind, bounds).replace('-', '')
  return side > 0 ? `滞后 ${text} 个百分点` : `超前 ${text} 个百分点`
}

function actualWords(facts: LightFacts, goal: Goal, actual: Rational): string {
  if (facts.value === null) return '尚无反馈数，按 0 计'
  const percent = `${toFixed(actual, 1)}%`
  if (facts.target === null) return `实际 ${percent}`
  return `实际 ${figure(exact(facts.value), goal.unit)} = ${percent}`
}

function measureSteps(context: Context, goal: Goal, plan: Plan, actual: Rational): VerdictStep[] {
  const { facts, today, calendar } = context
  const steps: VerdictStep[] = [
    { label: '序时进度', formula: plan.words, value: `${toFixed(plan.share, 1)}%` },
    {
      label: '实际进度',
      formula: `${showPlain(facts.value === null ? ZERO : exact(facts.value))} ÷ ${figure(goal.total, goal.unit)}`,
      value: `${toFixed(actual, 1)}%`,
    },
  ]
  const { firstTarget } = facts
  if (firstTarget?.value !== null && firstTarget && facts.target && firstTarget.value !== facts.target.value) {
    const first = exact(firstTarget.value)
    const share = compare(first, ZERO) > 0 && facts.value !== null ? percentOf(exact(facts.value), first) : null
    steps.push({
      label: '首版目标',
      formula: `${figure(first, firstTarget.unit)}，现版 ${figure(goal.total, goal.unit)}`,
      value: share ? `${toFixed(share, 1)}%` : '不计',
    })
  }
  const late = facts.curve.length > 0 && !goal.rate ? backLoaded(facts, goal.total, calendar) : null
  if (late) {
    steps.push({
      label: '后重',
      formula: `报备曲线在${planDayWords(late.date, today)}低于线性，超过 15 个百分点`,
      value: `低 ${toFixed(late.points, 1)} 个百分点`,
    })
  }
  return steps
}
