// How honest a shown confidence is for a document that the map from strength to confidence has never seen: the map is
// fitted anew without each document, as the one in units/candidates.ts was fitted over all.
import { confidenceAt } from '@yipanqi/reading/units/candidates.ts'

export interface Shown {
  /** A document; the tasks written for this stand in groups of their own. */
  group: string
  score: number
  right: boolean
}

interface Step {
  from: number
  share: number
  count: number
}

const BINS = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9]

/** The strength behind a shown confidence: the map rises, so it can be turned back by halving. */
function strengthBehind(score: number): number {
  let low = 0
  let high = 1
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2
    if (confidenceAt(middle) < score) low = middle
    else high = middle
  }
  return low
}

/** Pool adjacent violators: the shares right by strength, never falling, as steps. */
function fitRising(tried: readonly Shown[]): Step[] {
  const steps: Step[] = []
  const sorted = tried.map((one) => ({ at: strengthBehind(one.score), right: one.right })).sort((a, b) => a.at - b.at)
  for (const { at, right } of sorted) {
    let step: Step = { from: at, share: right ? 1 : 0, count: 1 }
    for (let last = steps.at(-1); last && last.share >= step.share; last = steps.at(-1)) {
      steps.pop()
      const count = last.count + step.count
      step = { from: last.from, share: (last.share * last.count + step.share * step.count) / count, count }
    }
    steps.push(step)
  }
  return steps
}

/** Laplace's rule keeps a step of three lucky tasks from claiming certainty. */
function shareAt(steps: readonly Step[], strength: number): number {
  const step = steps.findLast((one) => one.from <= strength) ?? steps[0]
  return step ? (step.share * step.count + 1) / (step.count + 2) : 0
}

function table(name: string, tried: readonly { shown: number; right: boolean }[]): string[] {
  const lines = [`${name} | tasks | mean shown | right`]
  for (const [index, from] of BINS.entries()) {
    const to = BINS[index + 1] ?? 1.01
    const within = tried.filter((one) => one.shown >= from && one.shown < to)
    if (within.length === 0) continue
    const shown = within.reduce((sum, one) => sum + one.shown, 0) / within.length
    const right = within.filter((one) => one.right).length / within.length
    lines.push(
      `${from.toFixed(1)}–${Math.min(1, to).toFixed(1)} | ${within.length} | ${shown.toFixed(2)} | ${right.toFixed(2)}`,
    )
  }
  return lines
}

const brier = (tried: readonly { shown: number; right: boolean }[]): number =>
  tried.reduce((sum, one) => sum + (one.shown - Number(one.right)) ** 2, 0) / Math.max(1, tried.length)

/** The reliability table of the map in use, and of maps fitted without the document that they are tried on. */
export function calibrationTable(tried: readonly Shown[]): string[] {
  const used = tried.map(({ score, right }) => ({ shown: score, right }))
  const groups = [...new Set(tried.map((one) => one.group))]
  const unseen = groups.flatMap((group) => {
    const steps = fitRising(tried.filter((one) => one.group !== group))
    return tried
      .filter((one) => one.group === group)
      .map(({ score, right }) => ({ shown: shareAt(steps, strengthBehind(score)), right }))
  })
  const steps = fitRising(tried).filter((step) => step.count >= 5)
  return [
    ...table('shown confidence of the first, map in use', used),
    ...table(`fitted without its document (${groups.length} documents and groups)`, unseen),
    `Brier score: in use ${brier(used).toFixed(3)}, fitted without its document ${brier(unseen).toFixed(3)}`,
    `shares right by strength, over all: ${steps.map((one) => `${one.from.toFixed(2)}+ ${one.share.toFixed(2)} (${one.count})`).join(', ')}`,
  ]
}
