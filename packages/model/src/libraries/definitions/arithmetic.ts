// Arithmetic of computed fields: exact, and nothing where something is missing.
import { daysBetween, rational, roundHalfUp } from '@yipanqi/base'
import type { Values } from '../field.ts'

/** The figure of a field, in its smallest step. */
export function figureOf(values: Values, name: string): number | null {
  const value = values[name]
  return typeof value === 'number' ? value : null
}

/** a − b. */
export function differenceOf(values: Values, a: string, b: string): number | null {
  const [x, y] = [figureOf(values, a), figureOf(values, b)]
  return x === null || y === null ? null : x - y
}

/** part ÷ whole as a percent field keeps it (steps of 0.0001 %), rounded half up; null without a whole. */
export function shareOf(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole <= 0) return null
  // One is a million steps. Money times a million leaves the doubles behind, so the fraction is exact.
  return Number(roundHalfUp(rational(part, whole), 6))
}

/** now ÷ before − 1 as a percent field keeps it. */
export function growthOf(values: Values, now: string, before: string): number | null {
  return shareOf(differenceOf(values, now, before), figureOf(values, before))
}

/** Days from one date field to another. */
export function daysOf(values: Values, from: string, to: string): number | null {
  const [a, b] = [values[from], values[to]]
  return typeof a === 'string' && typeof b === 'string' ? daysBetween(a, b) : null
}

/** The sum of those fields that are filled; null where none is. */
export function sumOf(values: Values, names: readonly string[]): number | null {
  const filled = names.map((name) => figureOf(values, name)).filter((n) => n !== null)
  return filled.length === 0 ? null : filled.reduce((a, b) => a + b, 0)
}
