import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFilter, type Filter } from './filter.ts'
import { text } from './kinds/index.ts'
import { oneOfEach } from './testing/one-of-each.ts'

const read = (filter: unknown): unknown => {
  const result = parseFilter(typeof filter === 'string' ? filter : JSON.stringify(filter), oneOfEach)
  return result.ok ? result.filter : result.message
}

describe('parseFilter', () => {
  it('nothing asks nothing', () => {
    expect(parseFilter(undefined, oneOfEach)).toEqual({ ok: true, filter: null })
    for (const empty of ['', ' ', { all: [] }, { any: [{ all: [] }] }]) expect(read(empty)).toBeNull()
  })

  it('keeps 且 and 或', () => {
    const filter: Filter = {
      all: [
        { field: 'state', is: 'in', value: ['在建', '竣工'] },
        {
          any: [
            { field: 'investment', is: 'from', value: 500_000_000 },
            { field: 'unit', is: 'eq', value: 7 },
          ],
        },
      ],
    }
    expect(read(filter)).toEqual(filter)
    expect(read({ all: [{ any: [] }, { field: 'unit', is: 'empty' }] })).toEqual({
      all: [{ field: 'unit', is: 'empty' }],
    })
  })

  it('values are cleaned and kept as the column keeps them', () => {
    expect(read({ field: 'period', is: 'from', value: '2026-03' })).toEqual({
      field: 'period',
      is: 'from',
      value: '2026-03-01',
    })
    expect(read({ field: 'creditCode', is: 'eq', value: '91350100m000100y43' })).toMatchObject({
      value: '91350100M000100Y43',
    })
    expect(read({ field: 'industry', is: 'under', value: '13' })).toMatchObject({ value: 'C13' })
    expect(read({ field: 'name', is: 'contains', value: ' 粮\u0000油 ' })).toMatchObject({ value: '粮油' })
    expect(read({ field: 'channels', is: 'in', value: ['贷款', '自筹'] })).toMatchObject({ value: ['贷款', '自筹'] })
    expect(read({ field: 'regulated', is: 'eq', value: true })).toMatchObject({ value: true })
    expect(read({ field: 'opened', is: 'filled', value: 'x' })).toEqual({ field: 'opened', is: 'filled' })
    expect(
      read({ field: 'place', is: 'within', value: [116_000_000, 39_000_000, 117_000_000, 40_000_000] }),
    ).toMatchObject({ is: 'within' })
  })

  it.each([
    ['{', '读不懂'],
    ['[]', '读不懂'],
    ['null', '读不懂'],
    ['x'.repeat(8001), '筛选条件太长'],
    [{ field: '没有', is: 'eq' }, '没有“没有”这一栏'],
    [{ field: 'constructor', is: 'eq', value: '1' }, '没有“constructor”这一栏'],
    [{ field: { toString: 1 }, is: 'eq' }, '没有“”这一栏'],
    [{ field: 'remarks', is: 'eq', value: 'x' }, '“备注”不能用来筛选'],
    [{ field: 'phone', is: 'eq', value: '13812341234' }, '“联系电话”不能用来筛选'],
    [{ field: 'name', is: 'under', value: 'x' }, '“名称”不能这样筛选'],
    [{ field: 'investment', is: 'from', value: '5' }, '“总投资”要写数字'],
    [{ field: 'state', is: 'eq', value: '谋划' }, '“状态”没有“谋划”'],
    [{ field: 'state', is: 'eq' }, '“状态”没有“undefined”|“状态”没有选值'],
    [{ field: 'state', is: 'in', value: [] }, '“状态”没有选值'],
    [{ field: 'unit', is: 'in', value: Array.from({ length: 101 }, (_, i) => i + 1) }, '一次最多选 100 个'],
    [{ field: 'name', is: 'contains', value: '' }, '要写 1 到 60 个字'],
    [{ field: 'name', is: 'contains', value: 5 }, '要写 1 到 60 个字'],
    [{ field: 'name', is: 'eq', value: true }, '“名称”的值不对'],
    [{ field: 'regulated', is: 'eq', value: 1 }, '“是否规上”要选'],
    [{ field: 'place', is: 'within', value: [1, 2, 3] }, '“坐标”的范围不对'],
    [{ field: 'place', is: 'within', value: [0, 0, 1, 9_000_000_000] }, '“坐标”的范围不对'],
    [{ all: [{ all: [{ all: [{ field: 'unit', is: 'empty' }] }] }] }, '最多套 3 层'],
    [{ all: Array.from({ length: 41 }, () => ({ field: 'unit', is: 'empty' })) }, '最多 40 个'],
  ])('refuses %j', (filter, message) => {
    expect(read(filter)).toMatch(new RegExp(message))
  })

  it('a field without an index is not asked', () => {
    const fields = { note: text({ label: '摘要', unindexed: true }) }
    expect(parseFilter('{"field":"note","is":"eq","value":"x"}', fields)).toMatchObject({ ok: false })
  })

  it('knows fields beside the library’s own', () => {
    const extra = { stage: text({ label: '阶段' }) }
    expect(parseFilter('{"field":"stage","is":"eq","value":"x"}', {}, extra)).toMatchObject({ ok: true })
  })

  it('never throws', () => {
    const condition = fc.record({
      field: fc.oneof(fc.constantFrom(...Object.keys(oneOfEach)), fc.jsonValue()),
      is: fc.constantFrom('eq', 'ne', 'in', 'from', 'to', 'under', 'contains', 'empty', 'filled', 'within', 'x'),
      value: fc.jsonValue(),
    })
    fc.assert(
      fc.property(
        fc.oneof(condition, fc.record({ any: fc.array(condition, { maxLength: 3 }) }), fc.jsonValue()),
        (filter) => {
          const result = parseFilter(JSON.stringify(filter), oneOfEach)
          expect(result.ok || result.message.length > 0).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
