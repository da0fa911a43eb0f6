import { expect, it } from 'vitest'
import { placeLabels } from './labels.ts'

const label = (x: number, y: number) => ({ x, y, width: 50 })

it('leaves a name where it is while nothing is in the way', () => {
  expect(placeLabels([label(100, 100)], [{ x: 100, y: 160, r: 20 }])).toEqual([0])
})
it('moves it below the circle, or above where something stands below', () => {
  const circle = { x: 110, y: 100, r: 20 }
  expect(placeLabels([label(100, 100)], [circle])).toEqual([32])
  expect(placeLabels([label(100, 100)], [circle, { x: 100, y: 135, r: 10 }])).toEqual([-32])
})
it('leaves out what has no room, and never puts two names over each other', () => {
  const walls = [60, 100, 140].map((y) => ({ x: 100, y, r: 25 }))
  expect(placeLabels([label(100, 100)], walls)).toEqual([null])
  expect(placeLabels([label(100, 100), label(105, 104)], [])).toEqual([0, null])
})
