// How far a matter has come on a day, so that the light rule comes out as its story says.
import { monthEnd, type IsoDate } from '@yipanqi/base'
import { isStock, planAt, round1 } from './plan.ts'
import type { Random } from './random.ts'
import type { SampleMatter, Story } from './types.ts'

export interface Progress {
  readonly percent: number
  readonly value: number | null
  readonly stepsDone: number | null
}

/** Behind the plan by percentage points: yellow is 10–30 (both included), red is more. */
const yellowFrom = 10
const redOver = 30

/** Every state that can be reported: whole things move in whole numbers. */
function reachable(matter: SampleMatter): readonly Progress[] {
  const goal = matter.target?.value
  if (goal === undefined) return []
  const grain = grainOf(matter)
  const parts = Math.round(goal / grain)
  return Array.from({ length: parts + 1 }, (_, i) => {
    const value = i === parts ? goal : Math.round(i * grain * 100) / 100
    return { percent: round1((value / goal) * 100), value, stepsDone: null }
  })
}

/** The smallest figure in which a clerk would report: 1 户, 0.1 亿元, 0.01 倍. */
export function grainOf(matter: SampleMatter): number {
  const target = matter.target
  if (!target) return 1
  if (target.basis === 'count') return 1
  if (target.basis === 'change') return 0.1
  if (target.value >= 1000) return 10
  if (target.value >= 200) return 1
  return target.value >= 10 ? 0.1 : 0.01
}

/** The two figures that a rule may compare with: the plan of the very day, and of the end of its month. */
function plansOn(matter: SampleMatter, issuedOn: IsoDate, day: IsoDate): readonly number[] {
  const end = monthEnd(day) < matter.deadline ? monthEnd(day) : matter.deadline
  return [planAt(matter, issuedOn, day), planAt(matter, issuedOn, end)]
}

/** Steps are late by their own days: one late is yellow, two are red, whatever share of the year has passed. */
function stepsOn(matter: SampleMatter, issuedOn: IsoDate, day: IsoDate, story: Story, random: Random): Progress | null {
  const count = matter.steps.length
  const due = matter.steps.filter((s) => s.due <= day).length
  const dueBefore = matter.steps.filter((s) => s.due < day).length
  let done = due
  if (story === 'yellow') {
    done = dueBefore - 1
    const behind = planAt(matter, issuedOn, day) - (done / count) * 100
    if (behind > redOver - 1) return null
  } else if (story === 'red') done = dueBefore - 2
  else if (due < count - 1 && random.next() < 0.3) done = due + 1
  if (done < 0) return null
  return { percent: round1((done / count) * 100), value: null, stepsDone: done }
}

/**
 * What the matter has reached on `day` by its story. Null when the story cannot be told on that day (no figure lies
 * in the band): the caller falls back to green.
 */
export function progressOn(
  matter: SampleMatter,
  issuedOn: IsoDate,
  day: IsoDate,
  story: Story,
  random: Random,
): Progress | null {
  if (matter.steps.length > 0) return stepsOn(matter, issuedOn, day, story, random)
  const states = reachable(matter)
  if (states.length === 0) return null
  const plans = plansOn(matter, issuedOn, day)
  const high = Math.max(...plans)
  const low = Math.min(...plans)
  if (story === 'yellow') {
    const fits = states.filter((s) => low - s.percent >= yellowFrom + 0.1 && high - s.percent <= redOver - 0.1)
    return fits[Math.floor(fits.length * (0.4 + random.next() * 0.5))] ?? null
  }
  if (story === 'red') {
    const fits = states.filter((s) => low - s.percent > redOver + 1)
    return fits[Math.floor(fits.length * (0.75 + random.next() * 0.2))] ?? null
  }
  // Green: near the plan, a little behind or ahead; a whole thing more where halves are not counted.
  const stock = matter.target !== null && isStock(matter.target)
  const wanted = Math.min(100, stock ? high - 4 + random.next() * 5 : high - 6 + random.next() * 12)
  return states.find((s) => s.percent >= wanted && high - s.percent < yellowFrom - 0.5) ?? states.at(-1) ?? null
}
