import { describe, expect, it } from 'vitest'
import { isInside, ringOf } from '../places.ts'
import { chains } from './chains.ts'
import { faultsOf, lostReferences } from './checking.ts'
import { enterprises } from './enterprises.ts'
import { plannedProjects, stageCounts, yearPlanTotal } from './project-plan.ts'
import { projects } from './projects.ts'

const today = '2026-07-02'
const ledger = projects(today)
const count = (field: string, value: unknown): number => ledger.rows.filter((r) => r.values[field] === value).length
const sum = (field: string): number => ledger.rows.reduce((s, r) => s + Number(r.values[field] ?? 0), 0)

describe('the sample projects', () => {
  it.each(['2025-09-08', today, '2026-11-24', '2027-02-10'])('fit their definition on %s', (day) => {
    const sample = projects(day)
    expect(faultsOf(sample).slice(0, 10)).toEqual([])
    expect(lostReferences([sample, enterprises(day), chains(day)])).toEqual([])
  })

  it('are 512, by stage as practice.md §10 has them', () => {
    expect(ledger.rows.length).toBe(512)
    for (const [stage, n] of Object.entries(stageCounts))
      expect(ledger.rows.filter((r) => r.stage === stage).length, stage).toBe(n)
  })

  it('add up: 118 key projects, 140 in the statistics, a year’s plan of 102.6 亿', () => {
    expect([count('level', '省重点'), count('level', '市重点'), count('level', '县重点')]).toEqual([8, 26, 84])
    expect(count('statistics', '已入')).toBe(140)
    expect(count('statistics', '已报') + count('statistics', '应统未统')).toBe(7)
    expect(sum('yearPlan')).toBe(yearPlanTotal)
  })

  it('spend what their sources bring, and no year more than the whole', () => {
    const sources = ['central', 'bond', 'ultraLong', 'countyFunds', 'ownFunds', 'otherFunds']
    const wrong = ledger.rows.filter(({ values: v }) => {
      const brought = sources.reduce((s, name) => s + Number(v[name] ?? 0), 0)
      const [total, plan, done] = [Number(v['total']), Number(v['yearPlan'] ?? 0), Number(v['totalDone'] ?? 0)]
      return brought !== total || plan > total || done > total
    })
    expect(wrong).toEqual([])
  })

  it('stand in their township, and have a code once they are prepared', () => {
    for (const p of plannedProjects()) expect(isInside(ringOf(p.township), p.place)).toBe(true)
    for (const row of ledger.rows)
      if (row.stage !== 'planned' && row.stage !== 'reserve') expect(row.values['code']).toBeDefined()
  })
})
