import { describe, expect, it } from 'vitest'
import { asFilter, asLibrarySearch, fromLibrarySearch } from './as-filter.ts'

describe('the list of matters in the words of its ledger', () => {
  it('asks nothing where nothing is asked', () => {
    expect(asFilter({ sort: 'deadline', text: '项目' })).toBeUndefined()
    expect(asLibrarySearch({ sort: '-updated', text: '项目' })).toEqual({ sort: '-updated', q: '项目' })
  })
  it('joins its own conditions with the further ones', () => {
    const further = {
      any: [{ field: 'key', is: 'eq', value: true } as const, { field: 'closedOn', is: 'empty' } as const],
    }
    expect(asFilter({ state: 'issued,closing', unit: 7, deadlineTo: '2026-05-31', filter: further })).toEqual({
      all: [
        { field: 'state', is: 'in', value: ['issued', 'closing'] },
        { field: 'unit', is: 'in', value: [7] },
        { field: 'deadline', is: 'to', value: '2026-05-31' },
        further,
      ],
    })
    expect(asFilter({ filter: further })).toBe(further)
  })
  it('shows a view that was saved in either place', () => {
    const search = { light: 'red', text: '项目', sort: 'deadline' }
    expect(asFilter(fromLibrarySearch(asLibrarySearch(search)))).toEqual(asFilter(search))
  })
})
