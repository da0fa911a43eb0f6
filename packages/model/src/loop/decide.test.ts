import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actions, kinds, type State, states } from '../words.ts'
import { decide, nextActors, plays, verifierPosts } from './decide.ts'
import type { MatterFacts } from './facts.ts'
import { everybody, LEAD, OTHER, person, ready, SUPPORT, TODAY } from './testing.ts'
import { transitions } from './transitions.ts'

const ends: readonly State[] = ['closed', 'withdrawn', 'merged']
const matters: fc.Arbitrary<MatterFacts> = fc
  .record({
    state: fc.constantFrom(...states),
    kind: fc.constantFrom(...kinds),
    leadUnit: fc.constantFrom(LEAD, null),
    supportUnits: fc.constantFrom([], [SUPPORT]),
    line: fc.constantFrom('party' as const, 'government' as const, null),
    deadline: fc.constantFrom('2026-06-30', null),
    doneWhen: fc.constantFrom('有施工许可', '', null),
    evidenceCount: fc.nat({ max: 2 }),
    awaiting: fc.constantFrom([], [LEAD], [LEAD, SUPPORT]),
    key: fc.boolean(),
    leaderConsent: fc.boolean(),
    consultDue: fc.constantFrom('2026-05-20', '2026-05-22', null),
  })
  .map((change) => ({ ...ready, ...change }))
const anybody = fc.constantFrom(...everybody)
const action = fc.constantFrom(...actions)

describe('laws of the loop', () => {
  it('nothing leads out of 已办结, 已撤销, 已归并', () => {
    fc.assert(
      fc.property(matters, fc.constantFrom(...ends), action, anybody, (matter, state, act, who) => {
        expect(decide(act, { ...matter, state }, who, TODAY)).toMatchObject({ ok: false, code: 'wrong-state', who: [] })
      }),
    )
  })

  it('only the table’s states appear, and 常态推进 for a verified 常态', () => {
    const cells = kinds.flatMap((kind) => states.flatMap((state) => actions.map((act) => ({ kind, state, act }))))
    for (const { kind, state, act } of cells) {
      const row = transitions.find((t) => t.action === act)
      const table = act === 'verify' && kind === '常态' ? 'standing' : (row?.to ?? state)
      for (const who of everybody) {
        const decision = decide(act, { ...ready, kind, state }, who, TODAY)
        if (decision.ok && decision.to !== table) throw new Error(`${kind} ${state} ${act} → ${decision.to}`)
      }
    }
    expect(cells).toHaveLength(kinds.length * states.length * actions.length)
  })

  it('a refusal says what, why, and who can act where somebody can', () => {
    fc.assert(
      fc.property(matters, action, anybody, (matter, act, who) => {
        const decision = decide(act, matter, who, TODAY)
        fc.pre(!decision.ok)
        const refusal = decision.ok ? null : decision
        expect(refusal?.message.length).toBeGreaterThan(5)
        expect(refusal?.why.length).toBeGreaterThan(5)
        expect(`${refusal?.message}${refusal?.why}`).not.toMatch(/undefined|null|NaN/)
        // Only an end, or a matter without any unit, leaves nobody to act.
        const nobody = ends.includes(matter.state) || (matter.leadUnit === null && matter.supportUnits.length === 0)
        expect(nobody || (refusal?.who.length ?? 0) > 0).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('a closing 常态 stands, every other kind is closed', () => {
    for (const kind of kinds) {
      const decision = decide(
        'verify',
        { ...ready, state: 'closing', kind },
        person('supervisor-government', OTHER),
        TODAY,
      )
      expect(decision).toEqual({ ok: true, to: kind === '常态' ? 'standing' : 'closed' })
    }
  })
})

describe('refusals', () => {
  const refuse = (change: Partial<MatterFacts>, act: (typeof actions)[number], who = person('liaison', OTHER)) => {
    const decision = decide(act, { ...ready, ...change }, who, TODAY)
    if (decision.ok) throw new Error('allowed')
    return decision
  }

  it('of a state name both states and who is next', () => {
    expect(refuse({ state: 'issued' }, 'report')).toEqual({
      ok: false,
      code: 'wrong-state',
      message: '这项事项现在不能报进展',
      why: '事项状态是“待签收”，报进展只能在“办理中、常态推进”时办理',
      who: [{ unit: LEAD, post: 'liaison' }],
    })
  })

  it('of a person name the unit, not only the post', () => {
    expect(refuse({ state: 'under-way' }, 'report').why).toBe(
      '报进展由牵头单位办理，您的角色是联络员，所在单位不承担这项事项',
    )
    expect(refuse({ state: 'under-way' }, 'request-close', person('liaison', LEAD)).why).toBe(
      '申请办结由牵头单位主要负责人办理，您的角色是联络员，在牵头单位',
    )
    expect(refuse({ state: 'consulting' }, 'answer', person('liaison', SUPPORT)).why).toBe(
      '答复意见由牵头、配合单位主要负责人办理，您的角色是联络员，在配合单位',
    )
    expect(refuse({ state: 'closing' }, 'verify', person('supervisor-party', OTHER)).why).toBe(
      '核查办结由县政府督查员办理，您的角色是县委督查员',
    )
  })
})

describe('parts', () => {
  it('one matter has one supervising side', () => {
    expect(verifierPosts({ line: 'party' })).toEqual(['supervisor-party'])
    expect(verifierPosts({ line: 'government' })).toEqual(['supervisor-government'])
    expect(verifierPosts({ line: null })).toEqual(['supervisor-party', 'supervisor-government'])
  })

  it('nobody leads a matter without a lead unit', () => {
    const matter = { ...ready, leadUnit: null }
    for (const who of everybody) expect(plays('lead', matter, who) || plays('lead-head', matter, who)).toBe(false)
  })

  it.each<[State, Partial<MatterFacts>, string]>([
    ['drafted', {}, 'dispatcher'],
    ['reviewed', {}, 'dispatcher'],
    ['consulting', {}, 'dispatcher'],
    ['consulting', { awaiting: [SUPPORT] }, `unit-head of ${SUPPORT}`],
    ['signed-off', {}, 'dispatcher'],
    ['issued', {}, `liaison of ${LEAD}`],
    ['under-way', {}, `liaison of ${LEAD}`],
    ['closing', {}, 'supervisor-government'],
    ['standing', {}, `liaison of ${LEAD}`],
    ['closed', {}, ''],
    ['withdrawn', {}, ''],
    ['merged', {}, ''],
  ])('%s: who is next', (state, change, words) => {
    const next = nextActors({ ...ready, state, ...change })
    expect(next.map((a) => (a.unit === null ? a.post : `${a.post} of ${a.unit}`)).join()).toBe(words)
  })
})
