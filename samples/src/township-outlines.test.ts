import { describe, expect, it } from 'vitest'
import { randomOf } from '../random.ts'
import { townshipCodes } from '../qinghe/townships.ts'
import { isInside, parkTownships, placeIn, placeInPark, seatOf } from './places.ts'
import { townshipOutlines, type MapPoint } from './township-outlines.ts'

/** km² of a ring at the county's latitude; positive where it runs counter-clockwise. */
function areaOf(ring: readonly MapPoint[]): number {
  let twice = 0
  for (let i = 1; i < ring.length; i += 1) {
    const [[ax, ay], [bx, by]] = [ring[i - 1] as MapPoint, ring[i] as MapPoint]
    twice += ax * by - bx * ay
  }
  return (twice / 2 / 1e12) * 110.87 * 111.32 * Math.cos((27.6 * Math.PI) / 180)
}
const edgesOf = (ring: readonly MapPoint[]): string[] => ring.slice(1).map((p, i) => `${String(ring[i])}>${String(p)}`)

describe('the outlines of the townships', () => {
  it('are sixteen closed rings that make a county of some 1,800 km²', () => {
    expect(townshipOutlines.map((t) => t.unit)).toEqual(townshipCodes)
    for (const { unit, ring } of townshipOutlines) {
      expect(ring[0], unit).toEqual(ring.at(-1))
      expect(areaOf(ring), unit).toBeGreaterThan(30)
    }
    const total = townshipOutlines.reduce((sum, t) => sum + areaOf(t.ring), 0)
    expect(total).toBeGreaterThan(1780)
    expect(total).toBeLessThan(1820)
  })

  it('share their borders: an edge has a neighbour on its other side, or is the county’s', () => {
    const edges = townshipOutlines.flatMap((t) => edgesOf(t.ring))
    const known = new Set(edges)
    expect(known.size).toBe(edges.length)
    const outer = edges.filter((e) => !known.has(e.split('>').toReversed().join('>')))
    // The edges without a neighbour close to one ring round the county.
    const next = new Map(outer.map((e) => e.split('>') as [string, string]))
    const start = outer[0]?.split('>')[0] ?? ''
    let at = start
    let steps = 0
    do {
      at = next.get(at) ?? ''
      steps += 1
    } while (at !== start && at !== '' && steps <= outer.length)
    expect(steps).toBe(outer.length)
  })

  it('hold their seats, and every place that is picked in them', () => {
    const random = randomOf('places')
    for (const { unit, ring } of townshipOutlines) {
      expect(isInside(ring, seatOf(unit)), unit).toBe(true)
      for (let i = 0; i < 200; i += 1) expect(isInside(ring, placeIn(unit, random))).toBe(true)
    }
    for (const unit of parkTownships) expect(isInside(townshipRing(unit), placeInPark(unit, random))).toBe(true)
  })
})

const townshipRing = (unit: string): readonly MapPoint[] => townshipOutlines.find((t) => t.unit === unit)?.ring ?? []
