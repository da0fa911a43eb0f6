import type { MapAnswer } from '@yipanqi/model/libraries/records-api.ts'

// The part of the world that is asked for: more than what is seen, and on a grid, so that a small step of the hand asks
// nothing new.

/** Degrees; zoom as map tiles count it. */
export interface Window {
  west: number
  south: number
  east: number
  north: number
  zoom: number
}
export type Box = readonly [west: number, south: number, east: number, north: number]

const air = 0.25

/** The window to ask for a view; the last one again, as long as the view lies within it at its zoom. */
export function windowFor([west, south, east, north]: Box, exactZoom: number, last: Window | null): Window {
  const zoom = Math.min(22, Math.max(0, Math.floor(exactZoom)))
  const inside =
    last !== null &&
    last.zoom === zoom &&
    west >= last.west &&
    south >= last.south &&
    east <= last.east &&
    north <= last.north
  if (inside) return last
  const step = gridOf(Math.max(east - west, north - south))
  return {
    west: clamp(down(west - air * (east - west), step), 180),
    south: clamp(down(south - air * (north - south), step), 90),
    east: clamp(up(east + air * (east - west), step), 180),
    north: clamp(up(north + air * (north - south), step), 90),
    zoom,
  }
}

/** A power of two of degrees, a sixteenth of the view or less. */
const gridOf = (span: number): number => 2 ** Math.floor(Math.log2(Math.max(span, 1e-6) / 16))
const down = (value: number, step: number): number => Math.floor(value / step) * step
const up = (value: number, step: number): number => Math.ceil(value / step) * step
const clamp = (value: number, most: number): number => Math.min(most, Math.max(-most, value))

/** Of what came for the window, that which is in sight: it was asked for with some air around it. */
export function within(answer: MapAnswer, box: Box | null): MapAnswer {
  if (!box) return answer
  const inside = ({ x, y }: { x: number; y: number }): boolean =>
    x >= box[0] * million && y >= box[1] * million && x <= box[2] * million && y <= box[3] * million
  const clusters = answer.clusters.filter(inside)
  const points = answer.points.filter(inside)
  return { ...answer, clusters, points, total: points.length + clusters.reduce((sum, c) => sum + c.n, 0) }
}
const million = 1_000_000

/** Radius in pixels of a circle that stands for so many; its area tells the number, within what a thumb can hit. */
export function radiusOf(n: number): number {
  return Math.round(Math.min(30, 11 + 3.2 * Math.log2(Math.max(1, n)) ** 0.85))
}

/** `9,800`, `1.2万`: so that it fits into its circle. */
export function shortCount(n: number): string {
  return n < 10_000 ? String(n) : `${(n / 10_000).toFixed(1).replace(/\.0$/, '')}万`
}
