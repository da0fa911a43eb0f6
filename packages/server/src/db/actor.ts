import type { Post } from '@yipanqi/model'
import type { Scope } from './schema.ts'

/** Who acts, as row security and audit know them. Built from the session by the server, never from a request's body. */
export interface Actor {
  readonly county: string
  readonly account: number | null
  readonly unit: number
  readonly post: Post | 'system'
  readonly scope: Scope | 'system' | 'audit'
  /** Visibility keys: u sees a unit's matters, -u those of a unit and all below it. */
  readonly keys: readonly number[]
  /** Libraries that the actor's unit keeps: seen and changed as a whole. */
  readonly libraries: readonly string[]
  /** The firm that an enterprise account speaks for. */
  readonly enterprise: number | null
  /** Request id, so that an audit row leads back to a log line. */
  readonly request: string
}

/** The named actor of jobs and seeds: one county, every row of it, no account. */
export function systemActor(county: string, request: string): Actor {
  return {
    county,
    account: null,
    unit: 0,
    post: 'system',
    scope: 'system',
    keys: [],
    libraries: [],
    enterprise: null,
    request,
  }
}

/** The visibility keys of an account. */
export function keysOf(scope: Scope, unit: number, custom: readonly number[]): readonly number[] {
  if (scope === 'unit') return [unit]
  if (scope === 'subtree') return [-unit]
  return scope === 'custom' ? custom : []
}
