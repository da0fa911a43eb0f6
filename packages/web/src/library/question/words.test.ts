import { describe, expect, it } from 'vitest'
import { sampleLibrary } from '../testing/sample-library.ts'
import { filterWords } from './words.ts'

const units = (target: string, id: number | string): string | undefined =>
  target === 'units' && id === 7 ? '发改局' : undefined
const say = (filter: Parameters<typeof filterWords>[0]): string => filterWords(filter, sampleLibrary.find, units)

describe('a filter in words', () => {
  it('says figures with their unit and stages by name', () => {
    expect(
      say({
        all: [
          { field: 'total', is: 'from', value: 5_000_000_000 },
          { field: 'stage', is: 'in', value: ['reserve', 'building'] },
        ],
      }),
    ).toBe('总投资 ≥ 5,000 万元 且 阶段 是 储备、在建')
  })
  it('says days, units, words and what is not there', () => {
    expect(say({ field: 'startedOn', is: 'from', value: '2026-01-01' })).toBe('开工日期 不早于 2026年1月1日')
    expect(say({ field: 'leadUnit', is: 'in', value: [7] })).toBe('责任单位 是 发改局')
    expect(say({ field: 'tags', is: 'in', value: ['升规'] })).toBe('培育名单 是 升规')
    expect(say({ field: 'state', is: 'eq', value: 'under-way' })).toBe('状态 是 办理中')
    expect(say({ field: 'name', is: 'contains', value: '物流' })).toBe('项目名称 含有 物流')
    expect(say({ field: 'land', is: 'empty' })).toBe('用地面积 没有填')
  })
  it('brackets what is joined the other way', () => {
    expect(
      say({
        all: [
          { field: 'name', is: 'filled' },
          {
            any: [
              { field: 'nature', is: 'ne', value: '新建' },
              { field: 'land', is: 'to', value: 20_000_000 },
            ],
          },
        ],
      }),
    ).toBe('项目名称 已经填了 且 （建设性质 不是 新建 或 用地面积 ≤ 20 亩）')
  })
  it('does not list a hundred values', () => {
    expect(say({ field: 'leadUnit', is: 'in', value: [7, 7, 7, 7, 7, 7] })).toContain('等 6 个')
  })
  it('survives a field that is gone', () => {
    expect(say({ field: 'gone', is: 'eq', value: 1 })).toBe('没有“gone”这一栏')
  })
})
