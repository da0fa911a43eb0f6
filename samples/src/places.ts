// Where things of the sample county stand: points inside their own township, near one another where people would expect.
import type { Random } from '../random.ts'
import { townshipOutlines, type MapPoint } from './township-outlines.ts'

const rings = new Map(townshipOutlines.map((t) => [t.unit, t.ring]))

/** Is the point inside the ring (even-odd rule)? */
export function isInside(ring: readonly MapPoint[], [x, y]: MapPoint): boolean {
  let inside = false
  for (let i = 1; i < ring.length; i += 1) {
    const [ax, ay] = ring[i - 1] as MapPoint
    const [bx, by] = ring[i] as MapPoint
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

/** The township's outline. */
export function ringOf(unit: string): readonly MapPoint[] {
  const ring = rings.get(unit)
  if (!ring) throw new Error(`${unit} has no outline`)
  return ring
}

/** Middle of the township's corners: where its town lies. */
export function seatOf(unit: string): MapPoint {
  const corners = ringOf(unit).slice(1)
  const middle = (axis: 0 | 1): number => Math.round(corners.reduce((sum, p) => sum + p[axis], 0) / corners.length)
  return [middle(0), middle(1)]
}

/** Somewhere in the township, thicker towards its seat. */
export function placeIn(unit: string, random: Random): MapPoint {
  const ring = ringOf(unit)
  const [seatX, seatY] = seatOf(unit)
  for (;;) {
    const corner = random.pick(ring)
    const along = Math.sqrt(random.next()) * random.next()
    const point: MapPoint = [
      Math.round(seatX + (corner[0] - seatX) * along) + random.int(-900, 900),
      Math.round(seatY + (corner[1] - seatY) * along) + random.int(-900, 900),
    ]
    if (isInside(ring, point)) return point
  }
}

/** The three grounds of the development zone and the townships they lie in (一区三园). */
export const parkTownships = ['T03', 'T06', 'T10'] as const

/** Within some 900 metres of the township's park, which lies beside its seat. */
export function placeInPark(unit: string, random: Random): MapPoint {
  const [x, y] = seatOf(unit)
  for (;;) {
    const point: MapPoint = [x + 6000 + random.int(-8000, 8000), y - 4000 + random.int(-7000, 7000)]
    if (isInside(ringOf(unit), point)) return point
  }
}

/** A small rectangle round a point, as a parcel of so many 亩 would look. Closed. */
export function plotAround([x, y]: MapPoint, acres: number, turn: number): readonly MapPoint[] {
  // 亩 → metres → millionths of a degree, at the latitude of the county.
  const side = Math.sqrt(acres * 666.67)
  const [halfX, halfY] = [(side * 1.25 * 10.14) / 2, (side * 0.8 * 9.02) / 2]
  const corner = (sx: number, sy: number): MapPoint => [
    Math.round(x + sx * halfX - sy * halfY * turn),
    Math.round(y + sy * halfY + sx * halfX * turn),
  ]
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)]
}
