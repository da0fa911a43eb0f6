import type { Finding, ProgressRule, Rule } from '@yipanqi/rules'

type FindingRule<I extends string> = Rule<string, I, Finding>

/** A published way of lighting, as a model that a county adopts under its own document. */
export interface Preset<Id extends string = string> {
  readonly id: Id
  /** As 参照 prints it. */
  readonly name: string
  /** Cumulative progress against the plan. */
  readonly progress: ProgressRule
  /** Growth rates, where the model has its own rule for them. */
  readonly growth?: FindingRule<'growth' | 'plan' | 'mean'>
  /** Nodes of projects, where the model knows them. */
  readonly project?: {
    readonly start: FindingRule<'missed'>
    readonly listing: FindingRule<'months'>
    readonly funds: FindingRule<'required' | 'received'>
  }
}
