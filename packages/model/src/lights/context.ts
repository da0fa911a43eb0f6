import type { Calendar, IsoDate } from '@yipanqi/base'
import type { RuleStep, Finding as RuleFinding } from '@yipanqi/rules'
import type { Light, Pace } from '../words.ts'
import type { Finding, LightFacts, VerdictStep } from './facts.ts'
import type { Preset } from './presets/index.ts'

/** What every judgement of one matter on one day needs. */
export interface Context {
  readonly facts: LightFacts
  readonly preset: Preset
  readonly parameters: Readonly<Record<string, number>>
  readonly today: IsoDate
  readonly calendar: Calendar
}

/** A county's own number of that name, where it set one; what was stored under the name but is no number does not count. */
export function ownNumber(parameters: Context['parameters'], name: string): number | undefined {
  const own = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  return Number.isFinite(own) ? own : undefined
}

const severity: Readonly<Record<Light, number>> = { red: 5, yellow: 4, grey: 3, green: 2, done: 1 }

/** The light of a sentence: its worst open one (red, yellow, grey, green), done when all are; null when none is lit. */
export function worstOf(lights: readonly (Light | null)[]): Light | null {
  let worst: Light | null = null
  for (const light of lights) {
    if (light !== null && (worst === null || severity[light] > severity[worst])) worst = light
  }
  return worst
}

/** Several looks at one matter: the worst light, the pace of the look that found it, every clause and step. */
export function combine(findings: readonly Finding[]): Finding {
  const light = worstOf(findings.map((f) => f.light))
  const first = findings.find((f) => f.light === light)
  return {
    light: first?.light ?? null,
    pace: first?.pace ?? '其他',
    clauses: findings.flatMap((f) => f.clauses),
    steps: findings.flatMap((f) => f.steps),
    ...(light === null && findings.some((f) => f.awaitsFigure) ? { awaitsFigure: true as const } : {}),
  }
}

/** A finding that lights nothing and says why. */
export const unlit = (clause: string, pace: Pace = '其他'): Finding => ({
  light: null,
  pace,
  clauses: [clause],
  steps: [],
})

export function printStep(step: RuleStep): VerdictStep {
  return {
    label: step.label,
    formula: step.formula,
    value: `${step.value}${step.unit === '%' ? '%' : step.unit && ` ${step.unit}`}`,
  }
}

/** The outcome of a rule as a look at a matter. */
export function fromRule(
  result: { readonly outcome: RuleFinding; readonly steps: readonly RuleStep[] },
  pace: Pace,
  clauses: readonly string[],
): Finding {
  const { colour } = result.outcome
  return {
    light: colour,
    pace: colour === 'yellow' || colour === 'red' ? '欠进度' : colour === null ? '其他' : pace,
    clauses,
    steps: result.steps.map(printStep),
  }
}
