import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { circles, nodeOf, openedBy, superiors, topDown, type TreeRow } from './units-tree.ts'

const units = [
  { id: 1, parent: null },
  { id: 2, parent: 1 },
  { id: 3, parent: 2 },
]
const row = (at: number, target: number | null, parent: number | null): TreeRow => ({
  row: at,
  target,
  values: { parent },
})
const ringsOf = (rows: readonly TreeRow[]) => Object.fromEntries(circles(superiors(units, rows), rows))

describe('the tree of a file', () => {
  it('tells the rows of a circle, not those that hang on it', () => {
    const rows = [row(5, null, openedBy(6)), row(6, null, openedBy(5)), row(7, null, openedBy(6))]
    expect(ringsOf(rows)).toEqual({ 5: [5, 6], 6: [5, 6] })
  })
  it('a unit below its own inferior is a circle of one row; two that change places are none', () => {
    expect(ringsOf([row(2, 1, 3)])).toEqual({ 2: [2] })
    expect(ringsOf([row(2, 1, 2), row(3, 2, null)])).toEqual({})
  })
  it('two that change places: the one that rises comes first', () => {
    expect(topDown(units, [row(2, 1, 2), row(3, 2, null)]).map((r) => r.row)).toEqual([3, 2])
  })
  it('every superior comes before those below it, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), fc.nat(), (picks, turn) => {
        const made = picks.map((pick, i) => row(i + 2, null, i === 0 ? 3 : openedBy((pick % i) + 2)))
        const at = made.length === 0 ? 0 : turn % made.length
        const rows = [...made.slice(at), ...made.slice(0, at)]
        const order = topDown(units, rows)
        expect(order.map((r) => r.row).sort((a, b) => a - b)).toEqual(made.map((r) => r.row))
        const place = new Map(order.map((r, i) => [nodeOf(r), i]))
        for (const one of order)
          expect(place.get(one.values['parent'] as number) ?? -1).toBeLessThan(place.get(nodeOf(one)) ?? 0)
      }),
    )
  })
})
