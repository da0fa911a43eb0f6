import type { IsoDate } from '@yipanqi/base'
import type { Verdict } from '../api/matters.ts'
import type { Target } from '../loop/facts.ts'
import type { Cadence, Kind, Pace, State } from '../words.ts'
import type { PresetId } from './presets/index.ts'

/** A step of a 制度成果 or a node of a project, in order. */
export interface Step {
  readonly name: string
  readonly due: IsoDate | null
  readonly doneOn: IsoDate | null
}

/** A project's node; the two that rules know by name are found by their words where no role is given. */
export interface ProjectNode extends Step {
  readonly role?: 'start' | 'listing' | 'node'
}

/** A filed plan: what shall be reached by that day, cumulative, in the target's unit (percent where there is none). */
export interface CurvePoint {
  readonly date: IsoDate
  readonly value: number
}

/** All that a light is judged by. Figures are in the target's unit, or percent of the work where there is no target. */
export interface LightFacts {
  readonly state: State
  readonly kind: Kind
  readonly issuedOn: IsoDate | null
  readonly deadline: IsoDate | null
  readonly closedOn: IsoDate | null
  readonly target: (Pick<Target, 'value' | 'unit' | 'relation'> & Partial<Pick<Target, 'basis' | 'masked'>>) | null
  /** Latest accepted figure. */
  readonly value: number | null
  readonly firstTarget: Pick<Target, 'value' | 'unit'> | null
  readonly steps: readonly Step[]
  /** Of a project; where absent, `steps` are its nodes. */
  readonly nodes?: readonly ProjectNode[]
  /** Money that must have arrived by now, and what has. */
  readonly funds?: { readonly required: number; readonly received: number }
  readonly curve: readonly CurvePoint[]
  readonly cadence: Cadence
  /** The day that the last accepted report speaks of, and the day on which it was accepted. */
  readonly lastReportAsOf: IsoDate | null
  readonly lastReportAcceptedOn: IsoDate | null
  readonly lastEvidence: IsoDate | null
  /** 正当理由, recognised by somebody: lights no yellow or red by progress; the deadline stands. */
  readonly exempt?: { readonly reason: string; readonly by: string } | null
}

/** 亮灯办法: a preset that the county adopted under its own document. The caller picks the one in force on the day. */
export interface LightScheme {
  readonly id: number
  readonly name: string
  readonly documentNumber: string | null
  readonly preset: PresetId
  readonly article?: string | null
  /**
   * The county's own numbers by the names of the rules' parameters, and two choices: `planAtReport: 1` holds a fresh
   * figure against the plan of the day that it speaks of, `planByMonth: 1` against the plan of the month's end.
   * `cityMean` is 天津's. Unknown names are ignored.
   */
  readonly parameters: Readonly<Record<string, number>>
  readonly effectiveFrom: IsoDate
  readonly effectiveTo: IsoDate | null
}

export type VerdictStep = Verdict['steps'][number]

/** What one look at a matter found, before the deadline and the freshness of its evidence are weighed. */
export interface Finding {
  readonly light: 'green' | 'yellow' | 'red' | null
  readonly pace: Pace
  readonly clauses: readonly string[]
  readonly steps: readonly VerdictStep[]
  /** Nothing can be judged before a figure arrives: silence must not leave such a matter unlit for ever. */
  readonly awaitsFigure?: true
}
