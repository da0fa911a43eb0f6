import { expect, it } from 'vitest'
import { radiusOf, shortCount, windowFor, within } from './window.ts'

const view = [115.1, 27.3, 115.6, 27.9] as const

it('asks for more than is seen', () => {
  const w = windowFor(view, 10.7, null)
  expect(w.zoom).toBe(10)
  expect(w.west).toBeLessThan(115.1)
  expect(w.north).toBeGreaterThan(27.9)
  expect(w.east - w.west).toBeLessThan(2 * (view[2] - view[0]))
})
it('asks nothing new for a small step, and anew for a large one or another zoom', () => {
  const w = windowFor(view, 10.7, null)
  expect(windowFor([115.15, 27.35, 115.65, 27.95], 10.2, w)).toBe(w)
  expect(windowFor([115.4, 27.3, 115.9, 27.9], 10.7, w)).not.toBe(w)
  expect(windowFor(view, 11, w)).not.toBe(w)
})
it('stays on the globe', () => {
  expect(windowFor([-300, -120, 300, 120], -1, null)).toEqual({ west: -180, south: -90, east: 180, north: 90, zoom: 0 })
})
it('tells numbers by the size of a circle that can be hit and read', () => {
  expect(radiusOf(1)).toBe(11)
  expect(radiusOf(100)).toBeGreaterThan(radiusOf(10))
  expect(radiusOf(1_000_000)).toBe(30)
  expect([shortCount(9999), shortCount(10_000), shortCount(123_456)]).toEqual(['9999', '1万', '12.3万'])
})
it('counts what is in sight, not the air around it', () => {
  const at = (x: number, y: number) => ({ id: x, title: '', x: x * 1e6, y: y * 1e6, stage: null })
  const answer = { total: 5, clusters: [{ x: 115e6, y: 27e6, n: 3 }], points: [at(115, 27), at(120, 27)], outlines: [] }
  expect(within(answer, [114, 26, 116, 28])).toMatchObject({ total: 4, points: [at(115, 27)] })
  expect(within(answer, null)).toBe(answer)
})
