import { describe, expect, it } from 'vitest'
import { parseListSearch } from './list-search.ts'

describe('the address of the list', () => {
  it('keeps what it knows', () => {
    expect(
      parseListSearch({ state: 'closing,closed', light: 'red', unit: '12', sort: '-deadline', text: '项目' }),
    ).toEqual({
      state: 'closing,closed',
      light: 'red',
      unit: 12,
      sort: '-deadline',
      text: '项目',
    })
  })
  it('drops what is broken instead of asking the server', () => {
    expect(parseListSearch({ state: 'nonsense', unit: 'x', deadlineTo: 'tomorrow', sort: 'secret' })).toEqual({})
  })
})
