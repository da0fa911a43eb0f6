import { describe, expect, it } from 'vitest'
import { cameReport, figureOf, sameAsBefore } from './report.ts'

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

describe('papers that came', () => {
  const record = { library: 'projects', libraryName: '项目库', record: 7, title: '某项目', stageName: '储备', at: '' }
  const paper = { condition: '投资意向书', state: 'present', on: '2026-06-12', number: '意向3号', file: null } as const
  it('nobody is asked for again', () => {
    expect(cameReport([{ ...record, papers: [] }])).toBeNull()
    const file = { id: 5, name: '意向书.pdf' }
    expect(cameReport([{ ...record, papers: [{ ...paper, file: { ...file, mine: true } }] }])).toEqual({
      text: '项目库“某项目”的投资意向书已于2026年6月12日补齐（意向3号）。',
      evidence: [5],
    })
    // Another unit's upload is no evidence of one's own.
    expect(cameReport([{ ...record, papers: [{ ...paper, file: { ...file, mine: false } }] }])?.evidence).toEqual([])
    expect(cameReport([{ ...record, papers: [{ ...paper, state: 'missing', on: null, number: null }] }])?.text).toBe(
      '项目库“某项目”的投资意向书已补齐。',
    )
  })
})
