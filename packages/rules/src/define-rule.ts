import type { IsoDate, Rational } from '@yipanqi/base'
import { exact, showPlain } from './exact.ts'

/** A dated constant of a rule. Locked ones are law; the others are a county's to set in its own document. */
export interface Parameter {
  readonly label: string
  readonly value: number
  readonly unit: string
  readonly locked?: true
}

/** A figure that a rule asks for. */
export interface InputField {
  readonly label: string
  readonly unit: string
}

/** One line of the arithmetic, ready to print. */
export interface RuleStep {
  readonly label: string
  readonly formula: string
  readonly inputs: Readonly<Record<string, string>>
  readonly value: string
  readonly unit: string
  readonly source: string | null
}

export interface Result<O> {
  readonly outcome: O
  readonly steps: readonly RuleStep[]
}

type Figures<K extends string> = Readonly<Record<K, Rational>>

export interface RuleDefinition<P extends string, I extends string, O> {
  readonly id: string
  readonly title: string
  /** The published document, or what is known of it where its exact title is not. */
  readonly document: string
  readonly article: string | null
  readonly effectiveFrom: IsoDate
  /** null while in force. */
  readonly effectiveTo: IsoDate | null
  readonly parameters: Readonly<Record<P, Parameter>>
  readonly input: Readonly<Record<I, InputField>>
  readonly evaluate: (input: Figures<I>, parameters: Figures<P>) => Result<O>
}

export interface Rule<P extends string, I extends string, O> extends RuleDefinition<P, I, O> {
  /** Evaluates with a county's own parameters; unknown names and locked parameters in `set` are ignored. */
  readonly run: (input: Figures<I>, set?: Readonly<Record<string, number>>) => Result<O>
  readonly inForceOn: (date: IsoDate) => boolean
}

/** A published rule as dated parameters and a pure function that explains itself. */
export function defineRule<const P extends string, const I extends string, O>(
  definition: RuleDefinition<P, I, O>,
): Rule<P, I, O> {
  const names = Object.keys(definition.parameters) as P[]
  return {
    ...definition,
    run(input, set = {}) {
      const parameters = {} as Record<P, Rational>
      for (const name of names) {
        const { value, locked } = definition.parameters[name]
        const own = Object.hasOwn(set, name) ? set[name] : undefined
        parameters[name] = exact(locked || own === undefined || !Number.isFinite(own) ? value : own)
      }
      const { outcome, steps } = definition.evaluate(input, parameters)
      return { outcome, steps: steps.map((step) => ({ ...step, inputs: withInputs(step, input, definition) })) }
    },
    inForceOn: (date) =>
      definition.effectiveFrom <= date && (definition.effectiveTo === null || date <= definition.effectiveTo),
  }
}

// A step that names no inputs of its own is explained by all figures that the rule was given.
function withInputs<P extends string, I extends string, O>(
  step: RuleStep,
  input: Figures<I>,
  definition: RuleDefinition<P, I, O>,
): Readonly<Record<string, string>> {
  if (Object.keys(step.inputs).length > 0) return step.inputs
  const entries = (Object.entries(definition.input) as [I, InputField][]).map(([name, field]) => [
    field.label,
    `${showPlain(input[name])}${field.unit}`,
  ])
  return Object.fromEntries(entries)
}
