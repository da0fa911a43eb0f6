import { describe, expect, it } from 'vitest'
import { type Action, actions, posts } from '../words.ts'
import type { MatterFacts } from './facts.ts'
import { guards, missingForIssue } from './guards.ts'
import { LEAD, OTHER, person, ready, SUPPORT } from './testing.ts'

const guard = (action: Action, change: Partial<MatterFacts> = {}, today = '2026-05-21') =>
  guards[action]?.({ ...ready, ...change }, person('dispatcher', OTHER), today) ?? null

describe('guards', () => {
  it('let a matter pass that has everything', () => {
    for (const action of actions) expect(guard(action)).toBeNull()
  })

  describe('审定', () => {
    it('waits for answers until their last day is over', () => {
      const waiting = { awaiting: [LEAD, SUPPORT], consultDue: '2026-05-21' }
      expect(guard('sign-off', waiting)).toMatchObject({
        code: 'answers-awaited',
        who: [
          { unit: LEAD, post: 'unit-head' },
          { unit: SUPPORT, post: 'unit-head' },
        ],
      })
      expect(guard('sign-off', waiting, '2026-05-22')).toBeNull()
      expect(guard('sign-off', { ...waiting, consultDue: null }, '2030-01-01')?.code).toBe('answers-awaited')
    })

    it('needs a decision on every opinion that is not agreement', () => {
      const answer = (opinion: 'agree' | 'amend' | 'reassign', adopted: boolean | null) => ({
        unit: LEAD,
        opinion,
        adopted,
      })
      const open = guard('sign-off', {
        answers: [answer('amend', null), answer('reassign', null), answer('agree', null)],
      })
      expect(open).toMatchObject({ code: 'opinions-open', who: [{ unit: null, post: 'dispatcher' }] })
      expect(open?.message).toContain('2 条意见')
      expect(guard('sign-off', { answers: [answer('amend', false), answer('reassign', true)] })).toBeNull()
    })

    it('open opinions bar even after the last day for answers', () => {
      const answers = [{ unit: LEAD, opinion: 'amend' as const, adopted: null }]
      expect(guard('sign-off', { answers, consultDue: '2026-05-20' })?.code).toBe('opinions-open')
    })
  })

  describe('印发交办', () => {
    it.each<[string, Partial<MatterFacts>, string[]]>([
      ['no lead', { leadUnit: null }, ['牵头单位']],
      ['no deadline', { deadline: null }, ['完成时限']],
      ['no done-when', { doneWhen: null }, ['完成标志']],
      ['an empty done-when', { doneWhen: '' }, ['完成标志']],
      ['指标 without any figure is judged by its deadline', { target: null }, []],
      [
        '指标 with a masked one',
        { target: ready.target && { ...ready.target, value: null, masked: true } },
        ['目标值'],
      ],
      ['指标 without a value', { target: ready.target && { ...ready.target, value: null } }, ['目标值']],
      ['制度成果 needs none', { kind: '制度成果', target: null }, []],
      ['清查建账 needs none', { kind: '清查建账', target: null }, []],
      [
        'everything',
        { leadUnit: null, deadline: null, doneWhen: null, target: ready.target && { ...ready.target, masked: true } },
        ['牵头单位', '完成时限', '完成标志', '目标值'],
      ],
    ])('%s', (_what, change, missing) => {
      expect(missingForIssue({ ...ready, ...change })).toEqual(missing)
      expect(guard('issue', change)?.code ?? null).toBe(missing.length === 0 ? null : 'not-ready')
    })

    it('names the matter and what it lacks', () => {
      expect(guard('issue', { leadUnit: null, deadline: null })?.message).toBe(
        '“新开工项目 30 个以上”不能交办：缺牵头单位、完成时限',
      )
    })
  })

  it('申请办结 needs evidence, and says what finishing means', () => {
    const refusal = guard('request-close', { evidenceCount: 0 })
    expect(refusal).toMatchObject({ code: 'no-evidence', who: [{ unit: LEAD, post: 'liaison' }] })
    expect(refusal?.why).toContain('30 个项目有施工许可')
    expect(guard('request-close', { evidenceCount: 0, doneWhen: null })?.why).toContain('未写明')
  })

  it('a key matter needs its leader’s consent before it is struck off', () => {
    expect(guard('verify', { key: true })).toMatchObject({
      code: 'leader-consent',
      who: [{ unit: null, post: 'leader' }],
    })
    expect(guard('verify', { key: true, leaderConsent: true })).toBeNull()
    expect(guard('verify', { key: false })).toBeNull()
  })

  it('every refusal names posts that exist', () => {
    const refusals = [
      guard('sign-off', { awaiting: [LEAD] }),
      guard('issue', { leadUnit: null }),
      guard('request-close', { evidenceCount: 0 }),
      guard('verify', { key: true }),
    ]
    for (const refusal of refusals) for (const actor of refusal?.who ?? []) expect(posts).toContain(actor.post)
  })
})
