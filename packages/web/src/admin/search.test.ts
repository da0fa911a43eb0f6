import { expect, it } from 'vitest'
import { parseAccountSearch, parseAuditSearch, parseUnitSearch } from './search.ts'

it('keeps what an address may say, and drops the rest', () => {
  expect(parseAccountSearch({ state: 'pending', unit: '7', account: 3, locked: 'true', text: '', other: 'x' })).toEqual(
    {
      state: 'pending',
      unit: 7,
      account: 3,
      locked: true,
    },
  )
  expect(parseAccountSearch({ unit: '-1', account: 'x', post: 'a'.repeat(65) })).toEqual({})
  expect(parseUnitSearch({ ended: true, text: '发改', unit: '12' })).toEqual({ ended: true, text: '发改', unit: 12 })
  expect(parseAuditSearch({ from: '2026-05-01', to: 'soon', admins: 'false', table: 'unit' })).toEqual({
    from: '2026-05-01',
    table: 'unit',
  })
})
