// What holds of every verdict, whatever the matter.
import { addDays, chineseCalendar } from '@yipanqi/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verdict } from '../api/matters.ts'
import { beforeIssue, cadences, kinds, type Light, states } from '../words.ts'
import type { LightFacts, LightScheme } from './facts.ts'
import { judge } from './judge.ts'
import { presetIds } from './presets/index.ts'
import { progressOf } from './progress.ts'
import { qinghe, starts } from './testing.ts'

const calendar = chineseCalendar()
const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2024-06-01', n))
const figure = fc.oneof(
  fc.double({ noNaN: false }),
  fc.double({ min: -10, max: 200, noNaN: true }),
  fc.integer({ min: 0, max: 120 }),
)
const step = fc.record({
  name: fc.constantFrom('开工', '入库', '起草', '印发'),
  due: fc.option(day),
  doneOn: fc.option(day),
})
const relation = fc.constantFrom('>=', '<=', '>', '<', '=', '≈', 'range')
const target = fc.record({
  value: fc.option(figure),
  unit: fc.constantFrom('个', '%', '亿元', ''),
  relation,
  basis: fc.constantFrom('level', 'change', 'share', 'count'),
})

const facts: fc.Arbitrary<LightFacts> = fc.record({
  state: fc.constantFrom(...states),
  kind: fc.constantFrom(...kinds),
  issuedOn: fc.option(day),
  deadline: fc.option(day),
  closedOn: fc.option(day),
  target: fc.option(target),
  value: fc.option(figure),
  firstTarget: fc.option(fc.record({ value: fc.option(figure), unit: fc.constant('个') })),
  steps: fc.array(step, { maxLength: 7 }),
  curve: fc.array(fc.record({ date: day, value: figure }), { maxLength: 5 }),
  cadence: fc.constantFrom(...cadences),
  lastReportAsOf: fc.option(day),
  lastReportAcceptedOn: fc.option(day),
  lastEvidence: fc.option(day),
  exempt: fc.option(fc.constant({ reason: '批次未下达', by: '常务副县长' })),
})
const scheme: fc.Arbitrary<LightScheme> = fc
  .record({
    preset: fc.constantFrom(...presetIds),
    parameters: fc.constantFrom<Record<string, number>>(
      {},
      { planByMonth: 1 },
      { planAtReport: 1 },
      { planByMonth: 1, planAtReport: 1, cityMean: 6 },
      { behindYellowFrom: 5, behindRedOver: 15 },
    ),
  })
  .map((change) => ({ ...qinghe, ...change }))

const rank: Readonly<Record<Light, number>> = { done: 0, green: 1, grey: 2, yellow: 3, red: 4 }
const runs = { numRuns: 300 }

describe('laws of the light', () => {
  it('judge and progressOf are total and keep to the shape of the API', () => {
    fc.assert(
      fc.property(facts, scheme, day, (matter, rules, today) => {
        const seen = judge(matter, rules, today, calendar)
        expect(verdict.safeParse(seen).success).toBe(true)
        expect(seen.sentence + JSON.stringify(seen.steps)).not.toMatch(/NaN|undefined|Infinity|null/)
        const bar = progressOf(matter, today, calendar)
        expect(bar === null || [bar.value, bar.total, bar.percent].every(Number.isFinite)).toBe(true)
      }),
      runs,
    )
  })

  it('grey never hides yellow or red: silence cannot make a light milder', () => {
    fc.assert(
      fc.property(facts, scheme, day, (matter, rules, today) => {
        const silent = judge(
          { ...matter, lastReportAsOf: null, lastReportAcceptedOn: null },
          rules,
          today,
          calendar,
        ).light
        const fresh = judge(
          { ...matter, lastReportAsOf: today, lastReportAcceptedOn: today },
          rules,
          today,
          calendar,
        ).light
        // Of what is lit, silence turns only green into grey; 常态 lives on reports, so there it may go further.
        const allowed =
          fresh === 'green' || fresh === null ? [fresh, 'grey', ...(matter.kind === '常态' ? ['yellow'] : [])] : [fresh]
        expect(allowed).toContain(silent)
      }),
      runs,
    )
  })

  it('past its deadline and not closed is red, whatever else is true', () => {
    fc.assert(
      fc.property(facts, scheme, day, (matter, rules, today) => {
        const open = matter.state === 'issued' || matter.state === 'under-way' || matter.state === 'closing'
        fc.pre(open && matter.deadline !== null && today > matter.deadline)
        expect(judge(matter, rules, today, calendar).light).toBe('red')
      }),
      runs,
    )
  })

  it('a closed matter never ages', () => {
    fc.assert(
      fc.property(facts, scheme, day, day, (matter, rules, a, b) => {
        const closed = { ...matter, state: 'closed' as const }
        expect(judge(closed, rules, a, calendar).light).toBe('done')
        expect(judge(closed, rules, b, calendar).light).toBe('done')
      }),
      { numRuns: 100 },
    )
  })

  it('nothing is lit before issue', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...beforeIssue), scheme, day, (matter, state, rules, today) => {
        expect(judge({ ...matter, state }, rules, today, calendar).light).toBeNull()
        expect(progressOf({ ...matter, state }, today, calendar)).toBeNull()
      }),
      { numRuns: 100 },
    )
  })

  it('more done never makes a worse light; of a ceiling, less', () => {
    const goal = fc.record({
      value: fc.double({ min: 0.1, max: 1000, noNaN: true }),
      unit: fc.constantFrom('个', '%'),
      relation,
      basis: fc.constantFrom('count' as const, 'change' as const),
    })
    const value = fc.double({ min: -100, max: 3000, noNaN: true })
    const curve = fc.array(fc.record({ date: day, value: fc.double({ min: 0, max: 1000, noNaN: true }) }), {
      maxLength: 4,
    })
    const kind = fc.constantFrom('指标' as const, '清查建账' as const, '项目节点' as const)
    fc.assert(
      fc.property(goal, value, value, curve, kind, scheme, day, (target, a, b, filed, of, rules, today) => {
        const at = (v: number) =>
          judge(
            {
              ...starts,
              kind: of,
              target,
              curve: filed,
              value: v,
              deadline: '2028-12-31',
              issuedOn: '2024-06-01',
              lastReportAsOf: today,
              lastReportAcceptedOn: today,
            },
            rules,
            today,
            calendar,
          ).light
        const ceiling = target.relation === '<=' || target.relation === '<'
        const better = at(ceiling ? Math.min(a, b) : Math.max(a, b))
        const worse = at(ceiling ? Math.max(a, b) : Math.min(a, b))
        fc.pre(better !== null && worse !== null)
        expect(rank[better ?? 'done']).toBeLessThanOrEqual(rank[worse ?? 'red'])
      }),
      runs,
    )
  })

  it('a step more done never makes a worse light', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 7 }),
        fc.nat(),
        scheme,
        day,
        (steps, pick, rules, today) => {
          const matter = {
            ...starts,
            kind: '制度成果' as const,
            target: null,
            value: null,
            deadline: '2028-12-31',
            lastReportAsOf: today,
            lastReportAcceptedOn: today,
          }
          const more = steps.map((s, i) => (i === pick % steps.length ? { ...s, doneOn: today } : s))
          const before = judge({ ...matter, steps }, rules, today, calendar).light
          const after = judge({ ...matter, steps: more }, rules, today, calendar).light
          fc.pre(before !== null && after !== null)
          expect(rank[after ?? 'done']).toBeLessThanOrEqual(rank[before ?? 'red'])
        },
      ),
      runs,
    )
  })
})
