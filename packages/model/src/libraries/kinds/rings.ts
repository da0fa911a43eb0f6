// Rings of a polygon: what makes them an area, and where its middle is.
import type { Point, Polygon } from '../field.ts'
import { isInChina } from './coordinates.ts'

export const mostPoints = 5000
// Every pair of edges is compared: a million comparisons take a few milliseconds, more is a survey's own business.
const mostCompared = 1000

const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1]

/** Repeated points go; an open ring is closed (`closed` tells). */
export function tidyRing(points: readonly Point[]): { readonly ring: readonly Point[]; readonly closed: boolean } {
  const ring = points.filter((p, i) => i === 0 || !same(p, points[i - 1] ?? p))
  const [first] = ring
  const last = ring.at(-1)
  const closed = first === undefined || last === undefined || same(first, last)
  return { ring: closed || first === undefined ? ring : [...ring, first], closed }
}

/** What is wrong with the rings; null: they are an area. */
export function wrongRings(rings: Polygon): string | null {
  if (rings.length === 0) return '没有边界点'
  let count = 0
  for (const ring of rings) {
    count += ring.length
    if (count > mostPoints) return `边界点太多，最多 ${mostPoints} 个，请先抽稀`
    if (ring.length < 4) return '边界至少要三个不同的点'
    if (!ring.every(isInChina)) return '有边界点不在中国范围内，请核对是不是 CGCS2000 经纬度'
    const [first] = ring
    if (first === undefined || !same(first, ring.at(-1) ?? first)) return '边界首尾不相接'
    if (ring.some((p, i) => i > 0 && same(p, ring[i - 1] ?? p))) return '边界有重复的点'
    if (doubleArea(ring) === 0) return '边界围不成面积'
    if (ring.length <= mostCompared && crossesItself(ring)) return '边界自己相交，请核对点的次序'
  }
  return null
}

/** Twice the signed area, from coordinates relative to the first point so that doubles hold it exactly enough. */
function doubleArea(ring: readonly Point[]): number {
  const [x0, y0] = ring[0] ?? [0, 0]
  let sum = 0
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1] ?? [x0, y0]
    const [bx, by] = ring[i] ?? [x0, y0]
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
  }
  return sum
}

/** The area's centre of gravity of the outer ring, for the map. */
export function centre(rings: Polygon): Point {
  const ring = rings[0] ?? []
  const [x0, y0] = ring[0] ?? [0, 0]
  const area = doubleArea(ring)
  let x = 0
  let y = 0
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1] ?? [x0, y0]
    const [bx, by] = ring[i] ?? [x0, y0]
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
    x += (ax + bx - 2 * x0) * cross
    y += (ay + by - 2 * y0) * cross
  }
  return area === 0 ? [x0, y0] : [Math.round(x0 + x / (3 * area)), Math.round(y0 + y / (3 * area))]
}

const turn = (a: Point, b: Point, c: Point): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

/** Two edges that are not neighbours cross inside both; touching is left alone. */
function crossesItself(ring: readonly Point[]): boolean {
  const edges = ring.length - 1
  for (let i = 0; i < edges; i += 1) {
    const a = ring[i]
    const b = ring[i + 1]
    for (let j = i + 2; j < edges; j += 1) {
      const c = ring[j]
      const d = ring[j + 1]
      if (!a || !b || !c || !d) continue
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) return true
    }
  }
  return false
}
