// The light that the adopted rule gives, worked out again in the smallest way, so that the sample can prove its own
// shares without the product's rule (whose own tests prove that one).
import { addDays, monthStart, type IsoDate } from '@yipanqi/base'
import { monthStartAfter, plusWorkdays } from './days.ts'
import { planAt } from './plan.ts'
import type { SampleEvent, SampleMatter } from './types.ts'

export type CheckedLight = 'green' | 'yellow' | 'red' | 'grey' | 'done'

/** Start of the first period that a report must be in to be fresh today: a month (quarter) and three workdays. */
function freshSince(matter: SampleMatter, today: IsoDate): IsoDate {
  const step = matter.cadence === 'quarterly' ? 3 : 1
  const month = Number(today.slice(5, 7)) - 1
  const current = monthStartAfter(today, -(month % step))
  const inGrace = today <= plusWorkdays(addDays(current, -1), 3)
  return monthStartAfter(current, inGrace ? -2 * step : -step)
}

export function lightOf(
  matter: SampleMatter,
  events: readonly SampleEvent[],
  issuedOn: IsoDate,
  today: IsoDate,
): CheckedLight {
  const verified = events.some((e) => e.action === 'verify')
  if (verified && matter.kind !== '常态') return 'done'
  if (matter.deadline < today && matter.kind !== '常态') return 'red'
  const last = events.findLast((e) => e.action === 'report')
  if (matter.kind !== '常态') {
    const plan =
      matter.steps.length > 0
        ? (matter.steps.filter((s) => s.due < today).length / matter.steps.length) * 100
        : planAt(matter, issuedOn, today)
    const behind = Math.round((plan - (last?.percent ?? 0)) * 10) / 10
    if (behind > 30) return 'red'
    if (behind >= 10) return 'yellow'
  }
  const issuedLately = monthStart(issuedOn) >= freshSince(matter, today)
  return (last && last.at.slice(0, 10) >= freshSince(matter, today)) || issuedLately ? 'green' : 'grey'
}
