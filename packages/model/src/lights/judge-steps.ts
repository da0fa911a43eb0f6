// 制度成果: by steps with due days (起草 … 印发), otherwise by the share of steps against the pace of time.
import { compare, rational, subtract, toFixed } from '@yipanqi/base'
import { exact } from '@yipanqi/rules'
import { combine, type Context, fromRule, ownNumber, unlit } from './context.ts'
import { linearShare } from './curve.ts'
import { dayWords } from './phrases.ts'
import type { Finding, Step } from './facts.ts'
import { gapWords, judgeMeasured, planDay } from './judge-measured.ts'

/** Steps whose due day has passed without them; a step due today is not late. */
export const lateSteps = (steps: readonly Step[], today: string): readonly Step[] =>
  steps.filter((s) => s.doneOn === null && s.due !== null && s.due < today)

const done = (steps: readonly Step[]): number => steps.filter((s) => s.doneOn !== null).length

/** 6 步中完成 2 步 = 33.3%. */
export function doneWords(steps: readonly Step[], word: string): string {
  return `${steps.length} ${word}中完成 ${done(steps)} ${word[0]} = ${toFixed(rational(done(steps) * 100, steps.length), 1)}%`
}

/** 过时限：征求意见（5月10日）. */
export function lateWords(late: readonly Step[], today: string): string {
  const names = late.slice(0, 3).map((s) => `${s.name}（${dayWords(s.due ?? today, today)}）`)
  return `已过时限未完成：${names.join('、')}${late.length > 3 ? `等 ${late.length} 项` : ''}`
}

export function judgeSteps(context: Context): Finding {
  const { facts, today } = context
  const { steps } = facts
  if (steps.length === 0) {
    return facts.value === null ? unlitWithoutSteps() : judgeMeasured({ ...context, facts: { ...facts, target: null } })
  }
  if (!steps.some((s) => s.due !== null)) return judgeShare(context, steps, '步')
  const late = lateSteps(steps, today)
  const clause = doneWords(steps, '步')
  const count = { label: '过时限未完成的步数', formula: `共 ${steps.length} 步`, value: `${late.length} 步` }
  if (late.length === 0) {
    const finished = done(steps) === steps.length
    return { light: 'green', pace: finished ? '已完成' : '达进度', clauses: [clause, '各步均在时限内'], steps: [count] }
  }
  const found: Finding = {
    light: late.length >= limit(context, 'stepsRedFrom', 2) ? 'red' : 'yellow',
    pace: '欠进度',
    clauses: [clause, lateWords(late, today)],
    steps: [count],
  }
  return combine([found, farBehind(context, steps)])
}

const limit = (context: Context, name: string, preset: number): number => ownNumber(context.parameters, name) ?? preset

/**
 * One late step is yellow, but not while the whole lags time by more than 30 points. Under four steps a single one is
 * more than that by itself, so there only the count of late steps speaks.
 */
function farBehind(context: Context, steps: readonly Step[]): Finding {
  const nothing: Finding = { light: null, pace: '其他', clauses: [], steps: [] }
  const line = linearShare(context.facts, context.today, context.calendar)
  if (!line || steps.length < 4) return nothing
  const bound = exact(limit(context, 'behindRedOver', 30))
  const behind = subtract(line.share, rational(done(steps) * 100, steps.length))
  if (compare(behind, bound) <= 0) return nothing
  const clause = `按时间序时 ${toFixed(line.share, 1)}%，${gapWords(behind, [bound])}，超过 ${toFixed(bound, 0)}`
  return { light: 'red', pace: '欠进度', clauses: [clause], steps: [] }
}

/** Steps without due days: their share against the line, by the preset. */
export function judgeShare(context: Context, steps: readonly Step[], word: string): Finding {
  const { facts, preset, parameters, calendar } = context
  const line = linearShare(facts, planDay(context), calendar)
  const clause = doneWords(steps, word)
  if (line === null) return unlit(`${clause}，没有完成时限，无法推算序时`)
  if (line.share.n === 0n) return unlit(`${clause}，无序时要求（计划为 0）`)
  const actual = rational(done(steps) * 100, steps.length)
  const finished = done(steps) === steps.length
  const result = preset.progress.run({ plan: line.share, actual }, parameters)
  const gap = gapWords(subtract(line.share, actual), [rational(0), rational(10), rational(30)])
  const pace = finished ? '已完成' : compare(subtract(actual, line.share), rational(10)) >= 0 ? '超进度' : '达进度'
  const words = `${clause}，没有分步时限，按工作日线性推算序时 ${toFixed(line.share, 1)}%，${gap}，${result.outcome.because}`
  return fromRule(result, pace, [words])
}

// Nothing was filed to be late against: the deadline and the reports alone speak.
const unlitWithoutSteps = (): Finding => ({
  light: 'green',
  pace: '其他',
  clauses: ['没有分步节点，只按完成时限和反馈判断'],
  steps: [],
})
