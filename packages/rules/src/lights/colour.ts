import { type Rational, subtract } from '@yipanqi/base'
import type { InputField, Rule, RuleStep } from '../define-rule.ts'
import { showBeside, showPlain } from '../exact.ts'

/** What a rule can say; null: it has nothing to say (无序时要求). */
export type Colour = 'green' | 'yellow' | 'red' | null

export interface Finding {
  readonly colour: Colour
  /** The comparison in words, to follow the figures in a sentence: 在 10–30 之间（含）. */
  readonly because: string
}

export type ProgressInput = 'plan' | 'actual'
/** Judges cumulative progress: both figures are percent of the goal (50 is half of it). */
export type ProgressRule = Rule<string, ProgressInput, Finding>

export const progressInput: Readonly<Record<ProgressInput, InputField>> = {
  plan: { label: '序时进度', unit: '%' },
  actual: { label: '实际进度', unit: '%' },
}

export const noPlan: Finding = { colour: null, because: '无序时要求' }

/** 滞后 in percentage points, as a printable step; negative where ahead. */
export function behindStep(plan: Rational, actual: Rational, bounds: readonly Rational[], source: string): RuleStep {
  const behind = subtract(plan, actual)
  return {
    label: '滞后百分点',
    formula: '序时进度 − 实际进度',
    inputs: { 序时进度: `${showPlain(plan)}%`, 实际进度: `${showPlain(actual)}%` },
    value: showBeside(behind, bounds),
    unit: '个百分点',
    source,
  }
}
