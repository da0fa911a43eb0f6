import { addDays, daysBetween } from '@yipanqi/base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endNotice, renewalEnd } from './end.ts'

const today = '2026-05-21'
const day = fc.integer({ min: -800, max: 800 }).map((n) => addDays(today, n))

describe('the end of an own ledger', () => {
  it.each([
    [31, null],
    [30, 'soon'],
    [8, 'soon'],
    [7, 'last'],
    [0, 'last'],
    [-1, 'ended'],
    [-7, 'ended'],
    [-8, null],
  ])('with %s days left is said as %s', (left, said) => {
    expect(endNotice(addDays(today, left), today, [30, 7])).toBe(said)
  })

  it('with one reminder is said from that day on', () => {
    expect(endNotice(addDays(today, 10), today, [10])).toBe('last')
    expect(endNotice(addDays(today, 11), today, [10])).toBeNull()
  })

  it('is never proposed to lie today or beyond what the county allows', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 30, max: 1096 }), (from, endsOn, longest) => {
        const days = daysBetween(today, renewalEnd(from, endsOn, today, longest))
        expect(days).toBeGreaterThanOrEqual(1)
        expect(days).toBeLessThanOrEqual(longest)
      }),
    )
  })

  it('is proposed for as long again', () => {
    expect(renewalEnd('2026-01-01', '2026-05-31', today, 366)).toBe(addDays('2026-05-31', 150))
    expect(renewalEnd('2024-01-01', '2024-01-31', today, 366)).toBe(addDays(today, 30))
  })
})
