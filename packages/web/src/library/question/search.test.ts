import { describe, expect, it } from 'vitest'
import { askedOf, fromView, parseSearch, sameView, toView } from './search.ts'

const filter = { field: 'total', is: 'from', value: 1 } as const

describe('the address of a ledger', () => {
  it('keeps what it knows', () => {
    const search = { tab: 'board', filter, q: '物流', sort: '-total', columns: 'name,total', by: 'nature', record: 7 }
    expect(parseSearch(search)).toEqual(search)
  })
  it('drops what is broken', () => {
    expect(
      parseSearch({ tab: 'list', filter: 'x', record: -1, step: 'week', q: '  ', sort: 3e9, removed: 'yes' }),
    ).toEqual({ sort: '3000000000' })
    expect(parseSearch({ filter: { all: [] } })).toEqual({})
    expect(parseSearch({ filter: { all: [{ any: [{ all: [{ any: [filter] }] }] }] } })).toEqual({})
  })
  it('reads digits in the search as words', () => {
    expect(parseSearch({ q: 9135 })).toEqual({ q: '9135' })
  })
  it('asks the server', () => {
    expect(askedOf({ filter, q: 'a', removed: true }, ['name'])).toEqual({
      filter: JSON.stringify(filter),
      search: 'a',
      sort: undefined,
      columns: 'name',
      removed: 'true',
    })
  })
})

describe('a saved view', () => {
  const search = { filter, q: '物流', sort: '-total', by: 'startedOn', step: 'month', view: 3, record: 9 } as const
  it('keeps the question, not the record that is open', () => {
    expect(fromView(toView(search))).toEqual({ filter, q: '物流', sort: '-total', by: 'startedOn', step: 'month' })
  })
  it('knows whether it was changed', () => {
    expect(sameView(search, { ...search, view: 4, record: 1 })).toBe(true)
    expect(sameView(search, { ...search, q: '别的' })).toBe(false)
  })
  it('survives a broken filter', () => {
    expect(fromView({ filter: '{', sort: 'name' })).toEqual({ sort: 'name' })
  })
})
