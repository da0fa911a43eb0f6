import { chineseCalendar } from '@yipanqi/base'
import { describe, expect, it } from 'vitest'
import { progress } from '../api/matters.ts'
import { worstOf } from './context.ts'
import type { LightFacts } from './facts.ts'
import { progressOf } from './progress.ts'
import { proposeSteps } from './step-plan.ts'
import { starts, TODAY } from './testing.ts'

const calendar = chineseCalendar()
const bar = (change: Partial<LightFacts>, parameters = {}) =>
  progressOf({ ...starts, ...change }, TODAY, calendar, parameters)
const steps = (done: number, dated: boolean) =>
  ['起草', '征求意见', '合法性审查', '公平竞争审查', '审议', '印发'].map((name, i) => ({
    name,
    due: dated ? `2026-0${i + 1}-25` : null,
    doneOn: i < done ? '2026-01-20' : null,
  }))

describe('progressOf', () => {
  it('of a figure', () => {
    expect(bar({})).toEqual({ value: 12, total: 30, unit: '个', percent: 40, planPercent: 77.3 })
    expect(bar({ value: null })).toMatchObject({ value: 0, percent: 0 })
    expect(bar({ target: null, value: 33.35 })).toEqual({
      value: 33.35,
      total: 100,
      unit: '%',
      percent: 33.4,
      planPercent: 77.3,
    })
    expect(bar({ issuedOn: null })).toMatchObject({ planPercent: null })
  })

  it('the tick stands where the verdict reckons', () => {
    const curve = [{ date: '2026-05-31', value: 15 }]
    expect(bar({ curve })?.planPercent).toBe(46.9)
    expect(bar({ curve }, { planByMonth: 1 })?.planPercent).toBe(50)
  })

  it('of a closed matter stays where it was', () => {
    const closed = { state: 'closed', closedOn: TODAY } as const
    expect(progressOf({ ...starts, ...closed }, '2026-06-30', calendar)).toEqual(bar({}))
  })

  it('of steps and nodes', () => {
    expect(bar({ kind: '制度成果', target: null, steps: steps(2, false) })).toEqual({
      value: 2,
      total: 6,
      unit: '步',
      percent: 33.3,
      planPercent: 77.3,
    })
    expect(bar({ kind: '制度成果', steps: steps(5, true) })).toMatchObject({ percent: 83.3, planPercent: 66.7 })
    expect(bar({ kind: '项目节点', target: null, steps: steps(1, true) })).toMatchObject({
      unit: '个节点',
      percent: 16.7,
    })
    expect(bar({ kind: '项目节点', steps: steps(1, true) })).toMatchObject({ unit: '个', percent: 40 })
  })

  it('shows no plan for ceilings and growth rates unless one was filed', () => {
    const growth = { value: 6.5, unit: '%', relation: '>=', basis: 'change' } as const
    expect(bar({ target: growth, value: 5.8 })).toMatchObject({ percent: 89.2, planPercent: null })
    expect(bar({ target: { value: 100, unit: '万元', relation: '<=' }, value: 80 })?.planPercent).toBeNull()
  })

  it.each<[string, Partial<LightFacts>]>([
    ['常态', { kind: '常态' }],
    ['before issue', { state: 'consulting' }],
    ['withdrawn', { state: 'withdrawn' }],
    ['merged', { state: 'merged' }],
    ['a masked target', { target: { value: null, unit: '亿元', relation: '>=', masked: true } }],
    ['a goal of 0', { target: { value: 0, unit: '起', relation: '<=' } }],
    ['制度成果 without steps', { kind: '制度成果', value: null }],
  ])('is null: %s', (_what, change) => expect(bar(change)).toBeNull())

  it('has the shape of the API', () => expect(progress.parse(bar({}))).toEqual(bar({})))
})

describe('worstOf', () => {
  it('red, yellow, grey, green, done', () => {
    expect(worstOf(['green', 'done', 'red', 'grey', 'yellow'])).toBe('red')
    expect(worstOf(['done', 'grey', 'yellow'])).toBe('yellow')
    expect(worstOf(['done', null, 'green', 'grey'])).toBe('grey')
    expect(worstOf(['done', 'green', null])).toBe('green')
    expect(worstOf(['done', 'done'])).toBe('done')
    expect(worstOf([null, null])).toBeNull()
    expect(worstOf([])).toBeNull()
  })
})

describe('proposeSteps', () => {
  it('spreads the default steps by working day, the last on the deadline', () => {
    const proposed = proposeSteps('2026-01-04', '2026-06-30', calendar)
    expect(proposed.map((s) => s.name)).toEqual(['起草', '征求意见', '合法性审查', '公平竞争审查', '审议', '印发'])
    const days = proposed.map((s) => s.due ?? '')
    expect(days).toEqual([...days].sort())
    expect(days.at(-1)).toBe('2026-06-30')
    expect(days.every((d) => calendar.isWorkday(d))).toBe(true)
    expect(proposed.every((s) => s.doneOn === null)).toBe(true)
  })

  it.each([
    [null, '2026-06-30'],
    ['2026-01-04', null],
    ['2026-06-30', '2026-01-04'],
    ['2026-06-29', '2026-06-30'],
    ['2026-01-04', '9999-12-31'],
  ])('%s to %s proposes no days', (issuedOn, deadline) => {
    expect(proposeSteps(issuedOn, deadline, calendar).every((s) => s.due === null)).toBe(true)
  })
})
