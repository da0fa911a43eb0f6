import type { Condition, Filter } from '@yipanqi/model/libraries/filter.ts'
import { describe, expect, it } from 'vitest'
import { filterOf, narrowed, partsOf, withPart } from './edit.ts'

const a: Condition = { field: 'total', is: 'from', value: 1 }
const b: Condition = { field: 'nature', is: 'in', value: ['新建'] }
const c: Condition = { field: 'startedOn', is: 'filled' }

describe('a filter as the bar shows it', () => {
  it.each<Filter>([a, { all: [a, b] }, { any: [a, b] }, { all: [a, { any: [b, c] }] }, { any: [{ all: [a, b] }, c] }])(
    'is taken apart and put together again',
    (filter) => {
      const parts = partsOf(filter)
      expect(parts && filterOf(parts)).toEqual(filter)
    },
  )
  it('has nothing to show where nothing is asked', () => {
    expect(partsOf(undefined)).toEqual({ join: 'all', parts: [] })
    expect(filterOf({ join: 'all', parts: [] })).toBeUndefined()
  })
  it('says so where it is nested deeper', () => {
    expect(partsOf({ all: [{ any: [a, { all: [b, c] }] }] })).toBeNull()
  })
  it('one part alone that has alternatives stays one part', () => {
    const parts = partsOf({ all: [{ any: [a, b] }] })
    expect(parts?.parts).toEqual([[a, b]])
  })
  it('adds, replaces and takes out', () => {
    const one = withPart({ join: 'all', parts: [[a]] }, 1, [b])
    expect(filterOf(one)).toEqual({ all: [a, b] })
    expect(filterOf(withPart(one, 0, [c]))).toEqual({ all: [c, b] })
    expect(filterOf(withPart(one, 0, []))).toEqual(b)
  })
  it('is narrowed to a group', () => {
    expect(narrowed(undefined, a)).toBe(a)
    expect(narrowed({ any: [a, b] }, c)).toEqual({ all: [{ any: [a, b] }, c] })
    expect(narrowed({ all: [a] }, { all: [b, c] })).toEqual({ all: [a, b, c] })
  })
})
