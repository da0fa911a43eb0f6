// Which conditions stand before a stage, and what of them is there. Pure.
import type { IsoDate } from '@yipanqi/base'
import {
  conditionsOf,
  type GateCondition,
  type GateState,
  type Ladder,
  type PaperState,
  type Stage,
  type Values,
} from '@yipanqi/model/libraries/index.ts'

export interface Paper {
  readonly condition: string
  readonly state: PaperState
  readonly number: string | null
  readonly file: { readonly id: number; readonly name: string } | null
  readonly basis: string | null
  readonly promisedBy: string | null
  readonly due: IsoDate | null
  readonly matter: number | null
}

export const findStage = (ladder: Ladder, id: string): Stage | undefined => ladder.stages.find((s) => s.id === id)

const mainStages = (ladder: Ladder): readonly Stage[] => ladder.stages.filter((s) => !s.exit)

/** Place among the main stages; -1 for a side exit. */
export const placeOf = (ladder: Ladder, stage: string): number => mainStages(ladder).findIndex((s) => s.id === stage)

/** Is going from one to the other a step back on the ladder, or a return from a side exit. */
export function isBackwards(ladder: Ladder, from: string, to: string): boolean {
  const [a, b] = [placeOf(ladder, from), placeOf(ladder, to)]
  if (b < 0) return false
  return a < 0 || b < a
}

/**
 * Conditions that going from one stage to another has to meet: of every gate on the way, since a record that skips a
 * stage skips none of its papers. A side exit and a step back have only their own gate's.
 */
export function conditionsBetween(ladder: Ladder, from: string | null, to: string, values: Values): GateCondition[] {
  const [a, b] = [from === null ? -1 : placeOf(ladder, from), placeOf(ladder, to)]
  const way =
    b < 0 || (from !== null && (a < 0 || b <= a))
      ? [to]
      : mainStages(ladder)
          .slice(a + 1, b + 1)
          .map((s) => s.id)
  const seen = new Set<string>()
  return way
    .flatMap((stage) => conditionsOf(ladder, stage, values))
    .filter((c) => !seen.has(c.id) && Boolean(seen.add(c.id)))
}

/** Does the condition hold: a paper that is there or waived, a field that is filled, a test of the values. */
export function holds(condition: GateCondition, values: Values, paper: Paper | undefined): boolean {
  if (condition.needs === 'paper') return paper?.state === 'present' || paper?.state === 'waived'
  const met =
    condition.needs === 'field'
      ? (values[condition.field ?? condition.id] ?? null) !== null
      : (condition.test?.(values) ?? false)
  return met || paper?.state === 'waived'
}

export function stateOf(condition: GateCondition, values: Values, paper: Paper | undefined, today: IsoDate): GateState {
  const met = holds(condition, values, paper)
  return {
    id: condition.id,
    name: condition.name,
    needs: condition.needs,
    field: condition.field ?? null,
    source: condition.source ?? null,
    holds: met,
    paper: paper
      ? {
          state: paper.state,
          number: paper.number,
          file: paper.file,
          basis: paper.basis,
          promisedBy: paper.promisedBy,
          due: paper.due,
          overdue: !met && paper.due !== null && paper.due < today,
          matter: paper.matter,
        }
      : null,
  }
}
