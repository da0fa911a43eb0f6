// The loop once more, told by state instead of by action: the two tellings must agree in every cell.
import { describe, expect, it } from 'vitest'
import { actions, type Action, inForce, type State, states } from '../words.ts'
import { decide } from './decide.ts'
import type { Who } from './facts.ts'
import { everybody, LEAD, OTHER, person, ready, SUPPORT, TODAY } from './testing.ts'
import { getTransition, transitions } from './transitions.ts'

const expected: Readonly<Record<State, Partial<Record<Action, State>>>> = {
  drafted: { review: 'reviewed', withdraw: 'withdrawn' },
  reviewed: { consult: 'consulting', withdraw: 'withdrawn' },
  consulting: { answer: 'consulting', 'sign-off': 'signed-off', withdraw: 'withdrawn' },
  'signed-off': { issue: 'issued', withdraw: 'withdrawn' },
  issued: { sign: 'under-way', adjust: 'issued' },
  'under-way': { report: 'under-way', 'request-close': 'closing', adjust: 'under-way' },
  closing: { verify: 'closed', return: 'under-way' },
  closed: {},
  standing: { report: 'standing', adjust: 'standing' },
  withdrawn: {},
  merged: {},
}

const isHead = (who: Who) => who.post === 'unit-head' || who.post === 'township-head'
const isOfUnit = (who: Who) =>
  isHead(who) || /^(?:unit-deputy|liaison|township-deputy|township-liaison)$/.test(who.post)
const office = (who: Who) => who.post === 'dispatcher'
const verifier = (who: Who) => who.post === 'supervisor-government'

const may: Readonly<Record<Action, (who: Who) => boolean>> = {
  review: office,
  consult: office,
  answer: (who) => isHead(who) && who.unit !== OTHER,
  'sign-off': office,
  issue: office,
  sign: (who) => isOfUnit(who) && who.unit === LEAD,
  report: (who) => isOfUnit(who) && who.unit === LEAD,
  'request-close': (who) => isHead(who) && who.unit === LEAD,
  verify: verifier,
  return: verifier,
  withdraw: office,
  adjust: office,
}

describe('the table', () => {
  it('has one row for every action, and no other', () => {
    expect(transitions.map((t) => t.action).sort()).toEqual([...actions].sort())
    for (const action of actions) expect(getTransition(action).action).toBe(action)
    expect(() => getTransition('dance' as Action)).toThrow('dance')
  })

  it('leads out of every state that is not an end, and out of none that is', () => {
    const left = new Set(transitions.flatMap((t) => t.from))
    expect(states.filter((s) => !left.has(s))).toEqual(['closed', 'withdrawn', 'merged'])
  })

  it('takes nobody back before issue', () => {
    const back = transitions.filter(
      (t) => t.from.some((s) => inForce.includes(s)) && t.to !== null && !inForce.includes(t.to),
    )
    expect(back.map((t) => t.action)).toEqual(['verify'])
  })

  const cells = states.flatMap((state) => actions.map((action) => [state, action] as const))
  it.each(cells)('%s × %s, for every post in every unit', (state, action) => {
    const to = expected[state][action]
    const seen = everybody.map((who) => {
      const decision = decide(action, { ...ready, state }, who, TODAY)
      return `${who.post} of ${who.unit}: ${decision.ok ? decision.to : decision.code}`
    })
    const wanted = everybody.map((who) => {
      const outcome = to === undefined ? 'wrong-state' : may[action](who) ? to : 'not-yours'
      return `${who.post} of ${who.unit}: ${outcome}`
    })
    expect(seen).toEqual(wanted)
  })

  it('the whole way, from the draft to the end and back for rework', () => {
    const way: [Action, Who, State][] = [
      ['review', person('dispatcher', OTHER), 'reviewed'],
      ['consult', person('dispatcher', OTHER), 'consulting'],
      ['answer', person('township-head', SUPPORT), 'consulting'],
      ['sign-off', person('dispatcher', OTHER), 'signed-off'],
      ['issue', person('dispatcher', OTHER), 'issued'],
      ['sign', person('liaison', LEAD), 'under-way'],
      ['report', person('unit-deputy', LEAD), 'under-way'],
      ['request-close', person('unit-head', LEAD), 'closing'],
      ['return', person('supervisor-government', OTHER), 'under-way'],
      ['request-close', person('unit-head', LEAD), 'closing'],
      ['verify', person('supervisor-government', OTHER), 'closed'],
    ]
    let state: State = 'drafted'
    for (const [action, who, to] of way) {
      expect(decide(action, { ...ready, state }, who, TODAY)).toEqual({ ok: true, to })
      state = to
    }
  })
})
