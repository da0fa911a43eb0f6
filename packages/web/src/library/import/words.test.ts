import { expect, it } from 'vitest'
import { parseImportSearch } from './search.ts'
import { didWords, shareOf, willDo, writable } from './words.ts'

const counts = { total: 100, new: 12, change: 3, same: 84, invalid: 1, warned: 0 }

it('says what writing will do', () => {
  expect(willDo(counts, '户')).toBe('新增 12 户、修改 3 户，没有变化的 84 户不动')
  expect(willDo({ ...counts, new: 0, change: 0 }, '户')).toBe('没有变化的 84 户不动，台账不会有变化')
  expect(willDo({ ...counts, same: 0, change: 0 }, '个')).toBe('新增 12 个')
  expect(willDo({ ...counts, new: 0, same: 0, change: 0 }, '个')).toBe('没有可写的')
  expect(writable(counts)).toBe(15)
  expect(didWords({ ...counts, new: 0 }, '户')).toBe('修改 3 户，没有变化 84 户')
})
it('shows how far, and nothing before it is known', () => {
  expect(shareOf({ done: 3000, total: 100_000 })).toBe(3)
  expect(shareOf({ done: 10, total: 9 })).toBe(100)
  expect(shareOf({ done: 0, total: 0 })).toBeNull()
})
it('reads the address of an import and drops what is broken', () => {
  expect(parseImportSearch({ run: '12', only: 'invalid', other: 1 })).toEqual({ run: 12, only: 'invalid' })
  expect(parseImportSearch({ run: -1, only: 'all' })).toEqual({})
})
