// Who may draft, hand in, approve, stop and object: asked by the server before it acts, by the web before it offers.
import type { Post } from '../../words.ts'
import type { OwnPolicy } from './policy.ts'
import type { ProposalState } from './words.ts'

export const ownVerbs = ['draft', 'renew', 'propose', 'withdraw', 'decide', 'stop', 'object', 'answer'] as const
export type OwnVerb = (typeof ownVerbs)[number]

export interface OwnActor {
  readonly account: number | null
  readonly unit: number
  readonly post: Post | 'system'
}

/** Where a ledger stands, as far as rights ask. */
export interface OwnFacts {
  /** The unit that answers for it. */
  readonly unit: number
  /** Draft or hand-in that is open, and who wrote it; null: none. */
  readonly open: { readonly state: ProposalState; readonly draftedBy: number | null } | null
  readonly active: boolean
  /** It was in force once, whether it runs or has ended. */
  readonly approved: boolean
}

/** Departments may ask; townships are asked. */
const drafting: readonly Post[] = ['system-admin', 'dispatcher', 'unit-head', 'unit-deputy', 'liaison']
const objecting: readonly Post[] = ['township-head', 'township-deputy', 'township-liaison', 'unit-head', 'liaison']

export const mayDraftNew = (actor: OwnActor): boolean =>
  actor.post === 'system' || drafting.includes(actor.post as Post)

const isApprover = (actor: OwnActor, policy: OwnPolicy): boolean => policy.approvers.some((p) => p === actor.post)

const keeps = (actor: OwnActor, facts: OwnFacts): boolean =>
  actor.post === 'system' ||
  actor.post === 'dispatcher' ||
  actor.post === 'system-admin' ||
  (mayDraftNew(actor) && actor.unit === facts.unit)

export function mayOwn(actor: OwnActor, facts: OwnFacts, policy: OwnPolicy, verb: OwnVerb): boolean {
  const drafted = facts.open?.state === 'draft' || facts.open?.state === 'returned'
  switch (verb) {
    case 'draft':
      return keeps(actor, facts) && facts.open?.state !== 'proposed'
    case 'renew':
      return keeps(actor, facts) && facts.approved && facts.open === null
    case 'propose':
      return keeps(actor, facts) && drafted
    case 'withdraw':
      return keeps(actor, facts) && facts.open !== null
    case 'decide':
      // Nobody approves what they wrote.
      return facts.open?.state === 'proposed' && isApprover(actor, policy) && actor.account !== facts.open.draftedBy
    case 'stop':
      return facts.active && (keeps(actor, facts) || isApprover(actor, policy))
    case 'object':
      return facts.active && objecting.includes(actor.post as Post) && actor.unit !== facts.unit
    case 'answer':
      return keeps(actor, facts) || isApprover(actor, policy)
  }
}

export const canOwn = (actor: OwnActor, facts: OwnFacts, policy: OwnPolicy): OwnVerb[] =>
  ownVerbs.filter((verb) => mayOwn(actor, facts, policy, verb))

/** The rules are the office's own choice; administrators keep the house, not its business. */
export const mayRuleOwn = (actor: Pick<OwnActor, 'post'>): boolean =>
  actor.post === 'dispatcher' || actor.post === 'system'
