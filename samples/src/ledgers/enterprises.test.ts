import { describe, expect, it } from 'vitest'
import { isCreditCode } from '@yipanqi/base'
import { isInside, ringOf } from '../places.ts'
import { chainFirms, chainProducts, chains, chainSegments } from './chains.ts'
import { faultsOf, lostReferences } from './checking.ts'
import { enterprises } from './enterprises.ts'
import { industryTotals, sampleFirms } from './firms.ts'

const today = '2026-07-02'
const ledger = enterprises(today)
const count = (field: string, value: unknown): number => ledger.rows.filter((r) => r.values[field] === value).length

describe('the sample enterprises', () => {
  it('fit their definition', () => {
    expect(faultsOf(ledger).slice(0, 10)).toEqual([])
  })

  it('are as many as a middling county has (practice.md §10)', () => {
    expect(ledger.rows.length).toBe(1600)
    expect(count('aboveScale', '规上工业')).toBe(132)
    expect(ledger.rows.filter((r) => r.values['aboveScale'] !== undefined).length).toBe(418)
    expect(count('perMu', '规上参评')).toBe(127)
    expect(count('perMu', '规下参评')).toBe(316)
    const served = ledger.rows.filter((r) => r.values['serviceOfficer'] !== undefined)
    expect(served.length).toBe(287)
    expect(new Set(served.map((r) => r.values['officerPhone'])).size).toBeGreaterThan(150)
  })

  it('add up', () => {
    const large = sampleFirms().filter((f) => f.aboveScale === '规上工业')
    const sum = (of: 'revenue' | 'tax' | 'research') => large.reduce((s, f) => s + f[of], 0)
    expect({ revenue: sum('revenue'), tax: sum('tax'), research: sum('research') }).toEqual(industryTotals)
    expect(Math.min(...large.map((f) => f.revenue))).toBeGreaterThanOrEqual(2000 * 1_000_000)
  })

  it('have sound codes and stand in their township', () => {
    for (const firm of sampleFirms()) {
      expect(isCreditCode(firm.code)).toBe(true)
      expect(isInside(ringOf(firm.township), firm.place)).toBe(true)
    }
  })

  it('are the same every time', () => {
    expect(enterprises(today)).toEqual(ledger)
  })
})

describe('the sample chains', () => {
  const all = [chains(today), chainSegments(today), chainProducts(today), chainFirms(today)]

  it('fit their definitions and lead somewhere', () => {
    expect(all.flatMap(faultsOf).slice(0, 10)).toEqual([])
    expect(lostReferences([...all, ledger])).toEqual([])
  })

  it('call a segment broken where no firm sits in it, and only there', () => {
    for (const row of all[1]?.rows ?? []) expect(row.values['firms'] === 0).toBe(row.values['strength'] === '断')
  })

  it('have a chief each, and a year’s needs that add up', () => {
    expect(all[0]?.rows.every((r) => r.values['chief'] !== undefined)).toBe(true)
    const needs = (all[3]?.rows ?? []).reduce((s, r) => s + Number(r.values['need'] ?? 0), 0)
    expect(needs).toBe(86_000 * 1_000_000)
  })
})
