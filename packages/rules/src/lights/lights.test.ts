import { rational } from '@yipanqi/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '../exact.ts'
import type { Colour, ProgressRule } from './colour.ts'
import {
  guangyuanProgress,
  sanyaProgress,
  tianjinBond,
  tianjinGrowth,
  xinhuangProgress,
  yinchuanFunds,
  yinchuanListing,
  yinchuanProgress,
  yinchuanStart,
} from './index.ts'

const run = (rule: ProgressRule, plan: number, actual: number, set?: Record<string, number>) =>
  rule.run({ plan: exact(plan), actual: exact(actual) }, set).outcome

describe('progress, both sides of every bound', () => {
  it.each<[string, ProgressRule, number, number, Colour]>([
    ['12a 银川, 10 points exactly', yinchuanProgress, 50, 40, 'yellow'],
    ['12b 银川, 9.9 points', yinchuanProgress, 50, 40.1, 'green'],
    ['银川, a hair under 10', yinchuanProgress, 50, 40.0000001, 'green'],
    ['12c 银川, 30 points exactly', yinchuanProgress, 50, 20, 'yellow'],
    ['12c 银川, 30.1 points', yinchuanProgress, 50, 19.9, 'red'],
    ['银川, a hair over 30', yinchuanProgress, 50, 19.9999999, 'red'],
    ['银川, level', yinchuanProgress, 50, 50, 'green'],
    ['银川, ahead', yinchuanProgress, 50, 90, 'green'],
    ['12d 三亚, shortfall half the plan', sanyaProgress, 100, 50, 'yellow'],
    ['12d 三亚, 499.9 of 1000', sanyaProgress, 100, 49.99, 'red'],
    ['三亚, plan met', sanyaProgress, 40, 40, 'green'],
    ['三亚, a hair short', sanyaProgress, 40, 39.99999, 'yellow'],
    ['三亚 means another thing than 银川: 10 of 20 points', sanyaProgress, 20, 10, 'yellow'],
    ['… and 9 of 20 is 11 points only', sanyaProgress, 20, 9, 'red'],
    ['天津 债券, 30 % behind', tianjinBond, 50, 35, 'yellow'],
    ['天津 债券, over 30 %', tianjinBond, 50, 34.9, 'red'],
    ['天津 债券, level', tianjinBond, 50, 50, 'green'],
    ['新晃, 60 % of the plan', xinhuangProgress, 50, 30, 'green'],
    ['新晃, under 60 %', xinhuangProgress, 50, 29.9, 'yellow'],
    ['新晃, nothing done: no red by progress', xinhuangProgress, 50, 0, 'yellow'],
    ['广元, level', guangyuanProgress, 50, 50, 'green'],
    ['广元, slower', guangyuanProgress, 50, 49.9, 'yellow'],
  ])('%s', (_what, rule, plan, actual, colour) => expect(run(rule, plan, actual).colour).toBe(colour))

  it('says the comparison in words', () => {
    expect(run(yinchuanProgress, 50, 40).because).toBe('在 10–30 之间（含）')
    expect(run(yinchuanProgress, 50, 19.9).because).toBe('超过 30')
    expect(run(yinchuanProgress, 50, 45).because).toBe('不到 10')
    expect(run(sanyaProgress, 100, 50).because).toBe('缺口占计划的 50.0%，不超过 50%（含）')
    expect(run(sanyaProgress, 100, 49.99).because).toBe('缺口占计划的 50.01%，超过 50%')
    expect(run(xinhuangProgress, 50, 35).because).toBe('完成计划的 70.0%，不到 80%，列入跟踪')
  })

  it('12e a plan of 0 lights nothing, and is never divided by', () => {
    for (const rule of [yinchuanProgress, sanyaProgress, tianjinBond, xinhuangProgress, guangyuanProgress]) {
      for (const plan of [0, -5]) expect(run(rule, plan, 0)).toEqual({ colour: null, because: '无序时要求' })
    }
  })

  it('takes a county’s own bounds', () => {
    expect(run(yinchuanProgress, 50, 44, { behindYellowFrom: 5 }).colour).toBe('yellow')
    expect(run(yinchuanProgress, 50, 20, { behindRedOver: 20 }).colour).toBe('red')
  })

  it('more done never makes a worse light', () => {
    const rank = { green: 0, yellow: 1, red: 2 }
    const share = fc.double({ min: 0.01, max: 200, noNaN: true })
    const rules: fc.Arbitrary<ProgressRule> = fc.constantFrom<ProgressRule>(
      yinchuanProgress,
      sanyaProgress,
      tianjinBond,
      xinhuangProgress,
      guangyuanProgress,
    )
    fc.assert(
      fc.property(rules, share, share, share, (rule, plan, a, b) => {
        const less = run(rule, plan, Math.min(a, b)).colour
        const more = run(rule, plan, Math.max(a, b)).colour
        expect(more && rank[more]).toBeLessThanOrEqual(less ? rank[less] : -1)
      }),
    )
  })
})

describe('nodes of projects (银川)', () => {
  it.each([
    [0, 'green'],
    [1, 'yellow'],
    [2, 'yellow'],
    [3, 'red'],
  ])('start missed for %d months', (missed, colour) =>
    expect(yinchuanStart.run({ missed: rational(missed) }).outcome.colour).toBe(colour),
  )

  it.each([
    [0, 'green'],
    [1, 'yellow'],
    [2, 'red'],
  ])('not listed, %d whole months exceeded', (months, colour) =>
    expect(yinchuanListing.run({ months: rational(months) }).outcome.colour).toBe(colour),
  )

  it('money below the requirement is red', () => {
    expect(yinchuanFunds.run({ required: exact(100), received: exact(99.99) }).outcome.colour).toBe('red')
    expect(yinchuanFunds.run({ required: exact(100), received: exact(100) }).outcome.colour).toBe('green')
  })
})

describe('growth (天津)', () => {
  it.each([
    [6.5, 6.5, undefined, 'green'],
    [6.4, 6.5, undefined, 'yellow'],
    [0, 6.5, undefined, 'yellow'],
    [-0.1, 6.5, undefined, 'red'],
    [6.5, 6.5, 7, 'yellow'],
    [7, 6.5, 7, 'green'],
  ])('%d against %d, mean %s', (growth, plan, mean, colour) => {
    const input = { growth: exact(growth), plan: exact(plan), mean: exact(mean ?? plan) }
    expect(tianjinGrowth.run(input).outcome.colour).toBe(colour)
  })
})
