import { describe, expect, it } from 'vitest'
import { figureOf, sameAsBefore } from './report.ts'

const target = {
  indicator: '入库项目',
  relation: '>=',
  basis: 'count',
  value: 120,
  to: null,
  unit: '个',
  masked: false,
} as const
const progress = { value: 49, total: 120, unit: '个', percent: 40.8, planPercent: 38 }

describe('what a report asks', () => {
  it('asks for the figure of a target, pre-filled with the last one', () => {
    expect(figureOf({ kind: '指标', target, progress })).toEqual({
      field: 'value',
      label: '入库项目（累计）',
      unit: '个',
      last: 49,
    })
  })
  it('asks 常态 for no figure and a project without target for its percentage', () => {
    expect(figureOf({ kind: '常态', target, progress })).toBeNull()
    expect(figureOf({ kind: '项目节点', target: null, progress: null })?.field).toBe('percent')
    expect(figureOf({ kind: '制度成果', target: null, progress: null })).toBeNull()
  })
  it('repeats the last figure when nothing changed', () => {
    expect(sameAsBefore({ version: 3, kind: '指标', target, progress }, '2026-05-21')).toMatchObject({
      version: 3,
      value: 49,
      asOf: '2026-05-21',
    })
    expect(sameAsBefore({ version: 3, kind: '指标', target, progress: null }, '2026-05-21')).not.toHaveProperty('value')
  })
})
