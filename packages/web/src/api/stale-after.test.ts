import { describe, expect, it } from 'vitest'
import { historyQuery, recordMattersQuery, recordQuery, countQuery, shapeQuery } from '../library/api.ts'
import { boardQuery } from '../library/board/queries.ts'
import { staleAfter } from './stale-after.ts'

describe('staleAfter', () => {
  const ofProjects = staleAfter({ kind: 'record', library: 'projects', ids: [7] })
  it.each([
    ['its record', recordQuery('projects', 7).queryKey],
    ['its history', historyQuery('projects', 7).queryKey],
    ['its count', countQuery('projects', {}).queryKey],
    ['its board', boardQuery('projects', {}).queryKey],
    ['its list', ['library', 'projects', 'rows', {}, null, 0]],
  ])('a record makes %s old', (_what, key) => expect(ofProjects(key)).toBe(true))

  it.each([
    ['another ledger', recordQuery('enterprises', 7).queryKey],
    ['its definition', shapeQuery('projects').queryKey],
    ['matters', ['matters', {}, 50]],
  ])('and leaves %s', (_what, key) => expect(ofProjects(key)).toBe(false))

  it('a matter reaches the ledger of matters and the matters of every record', () => {
    const stale = staleAfter({ kind: 'matter', ids: [1] })
    expect(stale(['matter', 1])).toBe(true)
    expect(stale(['library', 'matters', 'rows', {}, null, 0])).toBe(true)
    expect(stale(recordMattersQuery('projects', 7).queryKey)).toBe(true)
    expect(stale(recordQuery('projects', 7).queryKey)).toBe(false)
  })

  it('what is not known makes nothing old', () =>
    expect(staleAfter({ kind: 'weather', ids: [1] })(['matter', 1])).toBe(false))
})
