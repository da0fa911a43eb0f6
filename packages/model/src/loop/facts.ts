import type { IsoDate } from '@yipanqi/base'
import type { Cadence, Kind, Line, Opinion, Post, State } from '../words.ts'

/** Who asks: the account's post and unit, as the server knows them (never what a client says of itself). */
export interface Who {
  readonly account: number
  readonly unit: number
  readonly post: Post
}

/** A goal of a matter. `value` null while masked (**亿元) or for kinds that count nothing. */
export interface Target {
  readonly indicator: string
  readonly relation: '>=' | '<=' | '>' | '<' | '=' | '≈' | 'range'
  readonly basis: 'level' | 'change' | 'share' | 'count'
  readonly value: number | null
  readonly to: number | null
  readonly unit: string
  readonly masked: boolean
}

/** What the transition table needs to know of a matter. */
export interface MatterFacts {
  readonly id: number
  readonly state: State
  readonly kind: Kind
  readonly title: string
  readonly leadUnit: number | null
  readonly supportUnits: readonly number[]
  readonly leader: number | null
  readonly line: Line | null
  readonly cadence: Cadence
  readonly deadline: IsoDate | null
  readonly doneWhen: string | null
  readonly target: Target | null
  /** Latest accepted figure against the target, in the target's unit. */
  readonly value: number | null
  readonly evidenceCount: number
  /** Units asked for their opinion that have not answered yet. */
  readonly awaiting: readonly number[]
  readonly answers: readonly { readonly unit: number; readonly opinion: Opinion; readonly adopted: boolean | null }[]
  /** 重点事项: closing needs the lead leader's consent on record. */
  readonly key: boolean
  readonly leaderConsent: boolean
  readonly consultDue: IsoDate | null
}

/** Who can act instead, for the error and for the screen: a unit id (null: the office itself) and a post. */
export interface CanAct {
  readonly unit: number | null
  readonly post: Post
}

/** A refusal that a person can act on. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly why: string
  readonly who: readonly CanAct[]
}
