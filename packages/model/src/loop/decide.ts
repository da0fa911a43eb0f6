import { actionWords, postWords, stateWords, type Action, type Post, type State } from '../words.ts'
import type { CanAct, MatterFacts, Refusal, Who } from './facts.ts'
import { guards } from './guards.ts'
import { getTransition, heads, unitPosts, verifiers, type Part } from './transitions.ts'

export type Decision = { readonly ok: true; readonly to: State } | ({ readonly ok: false } & Refusal)

/** Whether this person plays that part towards this matter. */
export function plays(part: Part, matter: MatterFacts, who: Who): boolean {
  const lead = matter.leadUnit !== null && matter.leadUnit === who.unit
  switch (part) {
    case 'dispatcher':
      return who.post === 'dispatcher'
    case 'verifier':
      return verifierPosts(matter).includes(who.post)
    case 'lead':
      return lead && unitPosts.includes(who.post)
    case 'lead-head':
      return lead && heads.includes(who.post)
    case 'involved-head':
      return (lead || matter.supportUnits.includes(who.unit)) && heads.includes(who.post)
  }
}

/** One matter has one supervising side; where none is set, either side may verify. */
export function verifierPosts(matter: Pick<MatterFacts, 'line'>): readonly Post[] {
  if (matter.line === 'party') return ['supervisor-party']
  if (matter.line === 'government') return ['supervisor-government']
  return verifiers
}

function actorsOf(part: Part, matter: MatterFacts): CanAct[] {
  switch (part) {
    case 'dispatcher':
      return [{ unit: null, post: 'dispatcher' }]
    case 'verifier':
      return verifierPosts(matter).map((post) => ({ unit: null, post }))
    case 'lead':
      return [{ unit: matter.leadUnit, post: 'liaison' }]
    case 'lead-head':
      return [{ unit: matter.leadUnit, post: 'unit-head' }]
    case 'involved-head':
      return [matter.leadUnit, ...matter.supportUnits]
        .filter((unit): unit is number => unit !== null)
        .map((unit) => ({ unit, post: 'unit-head' as const }))
  }
}

/**
 * Decides one action on one matter. Pure: the server calls it inside the transaction that acts, the web calls it to
 * draw buttons. A refusal says what happened, why, and who can act.
 */
export function decide(action: Action, matter: MatterFacts, who: Who, today: string): Decision {
  const row = getTransition(action)
  const actors = row.who.flatMap((part) => actorsOf(part, matter))
  if (!row.from.includes(matter.state)) {
    return {
      ok: false,
      code: 'wrong-state',
      message: `这项事项现在不能${actionWords[action]}`,
      why: `事项状态是“${stateWords[matter.state]}”，${actionWords[action]}只能在“${row.from.map((s) => stateWords[s]).join('、')}”时办理`,
      who: nextActors(matter),
    }
  }
  if (!row.who.some((part) => plays(part, matter, who))) {
    return {
      ok: false,
      code: 'not-yours',
      message: `您不能${actionWords[action]}这项事项`,
      why: `${actionWords[action]}由${row.who.map((part) => partWords(part, matter)).join('或')}办理，${standingOf(matter, who)}`,
      who: actors,
    }
  }
  const refusal = guards[action]?.(matter, who, today)
  if (refusal) return { ok: false, ...refusal }
  return { ok: true, to: arriveAt(action, matter) }
}

/** The part in words: the unit belongs to them, or a liaison of another unit reads that liaisons may. */
function partWords(part: Part, matter: MatterFacts): string {
  switch (part) {
    case 'dispatcher':
      return postWords.dispatcher
    case 'verifier':
      return verifierPosts(matter)
        .map((post) => postWords[post])
        .join('或')
    case 'lead':
      return '牵头单位'
    case 'lead-head':
      return '牵头单位主要负责人'
    case 'involved-head':
      return '牵头、配合单位主要负责人'
  }
}

function standingOf(matter: MatterFacts, who: Who): string {
  const role = `您的角色是${postWords[who.post]}`
  if (!unitPosts.includes(who.post)) return role
  if (matter.leadUnit === who.unit) return `${role}，在牵头单位`
  return matter.supportUnits.includes(who.unit) ? `${role}，在配合单位` : `${role}，所在单位不承担这项事项`
}

/** 常态 matters that pass verification become standing: they are lived with, not finished. */
function arriveAt(action: Action, matter: MatterFacts): State {
  if (action === 'verify' && matter.kind === '常态') return 'standing'
  return getTransition(action).to ?? matter.state
}

/** Who moves the matter next from where it stands: shown in errors and on the page. */
export function nextActors(matter: MatterFacts): readonly CanAct[] {
  const next: Partial<Record<State, Action>> = {
    drafted: 'review',
    reviewed: 'consult',
    consulting: matter.awaiting.length > 0 ? 'answer' : 'sign-off',
    'signed-off': 'issue',
    issued: 'sign',
    'under-way': 'report',
    closing: 'verify',
    standing: 'report',
  }
  const action = next[matter.state]
  if (!action) return []
  if (action === 'answer') return matter.awaiting.map((unit) => ({ unit, post: 'unit-head' }))
  return getTransition(action).who.flatMap((part) => actorsOf(part, matter))
}
