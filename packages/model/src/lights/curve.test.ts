import { chineseCalendar, rational, toFixed } from '@yipanqi/base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backLoaded, filedValue, linearShare, planAt } from './curve.ts'

const calendar = chineseCalendar()
const year = { issuedOn: '2026-01-04', deadline: '2026-06-30', curve: [] }
const months = [
  { date: '2026-05-31', value: 15 },
  { date: '2026-04-30', value: 11 },
  { date: '2026-06-30', value: 30 },
]
const at = (day: string, curve = months) => {
  const filed = filedValue({ ...year, curve }, day, calendar)
  return filed && toFixed(filed.value, 2)
}

describe('the line by working day', () => {
  it.each([
    ['before issue', '2025-12-31', '0.0'],
    ['on the day of issue', '2026-01-04', '0.0'],
    ['on 21 May: 92 of 119 working days', '2026-05-21', '77.3'],
    ['on the deadline', '2026-06-30', '100.0'],
    ['after it', '2026-08-01', '100.0'],
  ])('%s', (_what, day, share) => {
    const line = linearShare(year, day, calendar)
    expect(line && toFixed(line.share, 1)).toBe(share)
  })

  it('stands still on rest days', () => {
    expect(linearShare(year, '2026-05-02', calendar)).toEqual(linearShare(year, '2026-05-05', calendar))
  })

  it('needs both days, and survives days that are none', () => {
    expect(linearShare({ issuedOn: null, deadline: '2026-06-30' }, '2026-05-21', calendar)).toBeNull()
    expect(linearShare({ issuedOn: '2026-01-04', deadline: null }, '2026-05-21', calendar)).toBeNull()
    const weekend = { issuedOn: '2026-05-22', deadline: '2026-05-24' }
    expect(linearShare(weekend, '2026-05-23', calendar)?.share).toEqual(rational(0))
    expect(linearShare({ issuedOn: '2026-06-30', deadline: '2026-01-04' }, '2026-07-01', calendar)?.share).toEqual(
      rational(100),
    )
  })

  it('a deadline in the year 9999 is counted in days, at once', () => {
    const line = linearShare({ issuedOn: '2026-01-04', deadline: '9999-12-31' }, '2026-05-21', calendar)
    expect(line).toMatchObject({ of: 137, all: 2_912_439 })
  })
})

describe('the filed curve', () => {
  it.each([
    ['on a filed day', '2026-05-31', '15.00'],
    ['between two, by working day', '2026-05-21', '13.74'],
    ['before the first, from 0 on the day of issue', '2026-01-04', '0.00'],
    ['after the last', '2026-09-01', '30.00'],
  ])('%s', (_what, day, value) => expect(at(day)).toBe(value))

  it('the later written of two points on one day counts; what is no figure does not', () => {
    const twice = [...months, { date: '2026-05-31', value: 20 }, { date: '2026-05-30', value: Number.NaN }]
    expect(at('2026-05-31', twice)).toBe('20.00')
    expect(at('2026-05-21', [])).toBeNull()
  })

  it('never runs outside its points where they rise', () => {
    const points = fc.array(
      fc.record({
        date: fc.constantFrom('2026-02-28', '2026-03-31', '2026-05-31'),
        value: fc.integer({ min: 0, max: 100 }),
      }),
      { minLength: 1 },
    )
    const day = fc.integer({ min: 1, max: 28 }).map((d) => `2026-04-${String(d).padStart(2, '0')}`)
    fc.assert(
      fc.property(points, day, (curve, today) => {
        const value = Number(at(today, curve))
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(Math.max(...curve.map((p) => p.value)))
      }),
    )
  })
})

describe('planAt', () => {
  const plan = (day: string, curve = months) =>
    planAt({ ...year, curve }, rational(30), '个', day, '2026-05-21', calendar)

  it('says which plan it used', () => {
    expect(plan('2026-05-31')?.words).toBe('计划曲线（已报备）5月末 15 个 = 50.0%')
    expect(plan('2026-05-21')?.words).toBe('计划曲线（已报备）按工作日推算到5月21日应为 13.74 个 = 45.8%')
    expect(plan('2026-05-21', [])?.words).toBe(
      '没有报备曲线，按工作日线性推算（第 92 个，共 119 个工作日），序时 77.3%',
    )
  })

  it('is null without a curve and without both days', () => {
    expect(planAt({ ...year, deadline: null }, rational(30), '个', '2026-05-21', '2026-05-21', calendar)).toBeNull()
  })
})

describe('后重', () => {
  const lag = (value: number) =>
    backLoaded(
      {
        ...year,
        curve: [
          { date: '2026-06-30', value: 100 },
          { date: '2026-05-21', value },
        ],
      },
      rational(100),
      calendar,
    )
  // The line stands at 77.31 % on 21 May.
  it('15 points below the line are allowed, more are not', () => {
    expect(lag(62.4)).toBeNull()
    expect(lag(62)).toMatchObject({ date: '2026-05-21' })
  })

  it('names the worst day', () => {
    const found = backLoaded({ ...year, curve: months }, rational(30), calendar)
    expect(found?.date).toBe('2026-05-31')
    expect(found && toFixed(found.points, 1)).toBe('32.4')
  })

  it('needs a goal and both days', () => {
    expect(backLoaded({ ...year, curve: months }, rational(0), calendar)).toBeNull()
    expect(backLoaded({ ...year, issuedOn: null, curve: months }, rational(30), calendar)).toBeNull()
  })
})
