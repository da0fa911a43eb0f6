// The one table of the loop: state × action × who → state. Server and web read it; the server decides.
import type { Action, Post, State } from '../words.ts'

/** A part that somebody plays towards one matter. */
export type Part = 'dispatcher' | 'verifier' | 'lead' | 'lead-head' | 'involved-head'

export interface Transition {
  readonly action: Action
  readonly from: readonly State[]
  /** null: the state stays (a report changes figures, not the state). */
  readonly to: State | null
  readonly who: readonly Part[]
}

export const heads: readonly Post[] = ['unit-head', 'township-head']
export const unitPosts: readonly Post[] = [
  'unit-head',
  'unit-deputy',
  'liaison',
  'township-head',
  'township-deputy',
  'township-liaison',
]
export const verifiers: readonly Post[] = ['supervisor-party', 'supervisor-government']

export const transitions: readonly Transition[] = [
  { action: 'review', from: ['drafted'], to: 'reviewed', who: ['dispatcher'] },
  { action: 'consult', from: ['reviewed'], to: 'consulting', who: ['dispatcher'] },
  // Heads sign the answer of their unit; an answer never moves the state, the office weighs all of them.
  { action: 'answer', from: ['consulting'], to: null, who: ['involved-head'] },
  { action: 'sign-off', from: ['consulting'], to: 'signed-off', who: ['dispatcher'] },
  { action: 'issue', from: ['signed-off'], to: 'issued', who: ['dispatcher'] },
  { action: 'sign', from: ['issued'], to: 'under-way', who: ['lead'] },
  { action: 'report', from: ['under-way', 'standing'], to: null, who: ['lead'] },
  { action: 'request-close', from: ['under-way'], to: 'closing', who: ['lead-head'] },
  { action: 'verify', from: ['closing'], to: 'closed', who: ['verifier'] },
  { action: 'return', from: ['closing'], to: 'under-way', who: ['verifier'] },
  {
    action: 'withdraw',
    from: ['drafted', 'reviewed', 'consulting', 'signed-off'],
    to: 'withdrawn',
    who: ['dispatcher'],
  },
  { action: 'adjust', from: ['issued', 'under-way', 'standing'], to: null, who: ['dispatcher'] },
]

/** The row for an action, whatever the state. Every action has exactly one. */
export function getTransition(action: Action): Transition {
  const row = transitions.find((t) => t.action === action)
  if (!row) throw new Error(`no transition for ${action}`)
  return row
}
