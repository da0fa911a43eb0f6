// Filed plan curves (序时曲线): what a unit promised to have reached by the end of each month.
import { addDays, monthEnd, type IsoDate } from '@yipanqi/base'
import { elapsedPercent, workdaysBetween } from './days.ts'
import { randomOf } from './random.ts'
import type { SampleMatter, SampleTarget } from './types.ts'

type Planned = Pick<SampleMatter, 'id' | 'kind' | 'target' | 'deadline'>
type Curve = NonNullable<SampleMatter['plan']>

const fromNothing = /支付|清偿|签约率|化解|整改|落实率|当年开工/
const standingStock = /亩均税收|放大倍数|科技型中小企业|务工规模|参保|集体收入/

/**
 * A stock stands near its goal from the first day (a growth rate, a coverage, a number of firms): a line from zero
 * would light it green for nothing. A flow starts from nothing in January.
 */
export function isStock(target: SampleTarget): boolean {
  if (target.basis === 'change') return true
  if (target.basis === 'share') return !fromNothing.test(target.indicator)
  return standingStock.test(target.indicator)
}

function monthEnds(from: IsoDate, deadline: IsoDate): readonly IsoDate[] {
  const days: IsoDate[] = []
  for (let end = monthEnd(from); end < deadline; end = monthEnd(addDays(end, 1))) {
    if (workdaysBetween(from, end) > 10) days.push(end)
  }
  return [...days, deadline]
}

/** The curve of one matter, or null where the unit filed none. Seeded by the matter's id. */
export function filedPlan(matter: Planned, issuedOn: IsoDate): Curve | null {
  if (matter.kind !== '指标' || !matter.target) return null
  const random = randomOf(`plan ${matter.id}`)
  const days = monthEnds(issuedOn, matter.deadline)
  if (isStock(matter.target)) {
    const start = random.int(89, 94)
    return days.map((by) => ({
      by,
      percent: round1(start + ((100 - start) * elapsedPercent(issuedOn, matter.deadline, by)) / 100),
    }))
  }
  if (days.length < 4 || random.next() < 0.35) return null
  // One in ten puts the weight on the last quarter: the software marks such a curve 后重.
  const bend = random.next() < 0.1 ? 1.9 : 1 + random.next() * 0.25
  return days.map((by) => ({
    by,
    percent: round1(100 * (elapsedPercent(issuedOn, matter.deadline, by) / 100) ** bend),
  }))
}

/** Percent of the goal that should be reached on `day`: between the filed points, or linear by workday. */
export function planAt(matter: Pick<SampleMatter, 'plan' | 'deadline'>, issuedOn: IsoDate, day: IsoDate): number {
  if (!matter.plan) return elapsedPercent(issuedOn, matter.deadline, day)
  let from = { by: issuedOn, percent: 0 }
  for (const point of matter.plan) {
    if (day <= point.by) {
      return from.percent + ((point.percent - from.percent) * elapsedPercent(from.by, point.by, day)) / 100
    }
    from = point
  }
  return 100
}

export const round1 = (x: number): number => Math.round(x * 10) / 10
