import { expect, it } from 'vitest'
import { cutPlaces } from './spotlight.ts'

// Two runs that touch, and one after a gap (blanks that the page leaves out).
const starts = [10, 15, 30]
const lengths = [5, 5, 4]

it('a place inside one run counts from the run', () => {
  expect(cutPlaces([{ start: 16, end: 18 }], starts, lengths)).toEqual([{ at: 1, start: 1, end: 3 }])
})
it('a place over two runs is cut where they meet, and a gap is left out', () => {
  expect(cutPlaces([{ start: 13, end: 32 }], starts, lengths)).toEqual([
    { at: 0, start: 3, end: 5 },
    { at: 1, start: 0, end: 5 },
    { at: 2, start: 0, end: 2 },
  ])
})
it('what no run holds lights nothing', () => {
  expect(cutPlaces([{ start: 20, end: 30 }], starts, lengths)).toEqual([])
})
