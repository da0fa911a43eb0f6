// Where the plan stands on a day: on the filed curve, otherwise on a line by working day from issue to deadline.
import {
  add,
  type Calendar,
  compare,
  daysBetween,
  divide,
  type IsoDate,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  toFixed,
  ZERO,
} from '@yipanqi/base'
import { exact } from '@yipanqi/rules'
import { dayWords, figure, planDayWords } from './phrases.ts'
import type { CurvePoint } from './facts.ts'
import { elapsed, LONGEST_SPAN } from './workdays.ts'

const HUNDRED = rational(100)

export interface PlanInput {
  readonly issuedOn: IsoDate | null
  readonly deadline: IsoDate | null
  readonly curve: readonly CurvePoint[]
}

export interface Plan {
  /** Percent of the goal. */
  readonly share: Rational
  readonly filed: boolean
  /** 计划曲线（已报备）5月末 15 个 = 50.0%. */
  readonly words: string
}

interface Way {
  /** 0 to 1. */
  readonly share: Rational
  readonly of: number
  readonly all: number
}

/** How much of the way from `from` to `to` is gone on `at`, by working day. */
function passed(from: IsoDate, at: IsoDate, to: IsoDate, calendar: Calendar): Way {
  // Both counts of one way are in the same unit, also where the whole of it is too long to count working days.
  const count = daysBetween(from, to) > LONGEST_SPAN ? daysBetween : (a: IsoDate, b: IsoDate) => elapsed(a, b, calendar)
  const all = from < to ? count(from, to) : 0
  if (at <= from) return { share: ZERO, of: 0, all }
  if (at >= to) return { share: ONE, of: all, all }
  const of = count(from, at)
  return { share: all === 0 ? ZERO : rational(of, all), of, all }
}

/** Points in order of their date; of two on one day the later written counts, and what is no figure does not. */
export function orderedCurve(curve: readonly CurvePoint[]): readonly CurvePoint[] {
  const byDate = new Map(curve.filter((p) => Number.isFinite(p.value)).map((p) => [p.date, p]))
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/**
 * The filed curve on a day. It starts from 0 on the day of issue, runs straight by working day between two filed
 * days, and keeps its last value afterwards. Null without points.
 */
export function filedValue(
  input: PlanInput,
  at: IsoDate,
  calendar: Calendar,
): { value: Rational; onPoint: boolean } | null {
  const points = orderedCurve(input.curve)
  const last = points.at(-1)
  if (!last) return null
  const next = points.find((p) => p.date >= at)
  if (!next) return { value: exact(last.value), onPoint: false }
  if (next.date === at) return { value: exact(next.value), onPoint: true }
  const before = points.filter((p) => p.date < at).at(-1)
  if (!before && (input.issuedOn === null || input.issuedOn >= at)) return { value: ZERO, onPoint: false }
  const start = before ?? { date: input.issuedOn ?? at, value: 0 }
  const from = exact(start.value)
  const { share } = passed(start.date, at, next.date, calendar)
  return { value: add(from, multiply(subtract(exact(next.value), from), share)), onPoint: false }
}

/** The line from issue to deadline, in percent; null where one of them is missing. */
export function linearShare(
  input: Pick<PlanInput, 'issuedOn' | 'deadline'>,
  at: IsoDate,
  calendar: Calendar,
): { share: Rational; of: number; all: number } | null {
  if (input.issuedOn === null || input.deadline === null) return null
  const gone = passed(input.issuedOn, at, input.deadline, calendar)
  return { ...gone, share: multiply(gone.share, HUNDRED) }
}

/**
 * The plan on a day as percent of `total` (positive). Null without a filed curve and without the two days that a line
 * needs.
 */
export function planAt(
  input: PlanInput,
  total: Rational,
  unit: string,
  at: IsoDate,
  today: IsoDate,
  calendar: Calendar,
): Plan | null {
  const filed = filedValue(input, at, calendar)
  if (filed && compare(total, ZERO) > 0) {
    const share = divide(multiply(filed.value, HUNDRED), total)
    const amount = unit === '%' && compare(total, HUNDRED) === 0 ? '' : `${figure(filed.value, unit)} = `
    const where = filed.onPoint ? `${planDayWords(at, today)} ` : `按工作日推算到${dayWords(at, today)}应为 `
    return { share, filed: true, words: `计划曲线（已报备）${where}${amount}${toFixed(share, 1)}%` }
  }
  const line = linearShare(input, at, calendar)
  if (!line) return null
  const day = at === today ? '' : `到${dayWords(at, today)}`
  const words = `没有报备曲线，按工作日线性推算${day}（第 ${line.of} 个，共 ${line.all} 个工作日），序时 ${toFixed(line.share, 1)}%`
  return { share: line.share, filed: false, words }
}

export interface BackLoad {
  readonly date: IsoDate
  /** Points below the line on that day, the worst of the curve. */
  readonly points: Rational
}

/** 后重: the filed day on which the curve lies furthest below the line, where that is more than 15 points; else null. */
export function backLoaded(input: PlanInput, total: Rational, calendar: Calendar): BackLoad | null {
  if (compare(total, ZERO) <= 0) return null
  let worst: BackLoad = { date: '', points: rational(15) }
  for (const point of orderedCurve(input.curve)) {
    const line = linearShare(input, point.date, calendar)
    if (!line) return null
    const points = subtract(line.share, divide(multiply(exact(point.value), HUNDRED), total))
    if (compare(points, worst.points) > 0) worst = { date: point.date, points }
  }
  return worst.date === '' ? null : worst
}
