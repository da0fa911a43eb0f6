import { describe, expect, it } from 'vitest'
import { chains, chainSegments } from './chains.ts'
import { faultsOf, lostReferences } from './checking.ts'
import { enterpriseRequests, requestCounts } from './enterprise-requests.ts'
import { enterprises } from './enterprises.ts'
import { contractedTotal, investmentLeads, leadCounts } from './investment-leads.ts'
import { meetings, resolutionCount, resolutions } from './meetings.ts'
import { paymentTotals, policyClauses, policyPayments } from './policies.ts'
import { projects } from './projects.ts'
import type { LedgerSample } from './types.ts'

const today = '2026-07-02'
const made = (day: string): LedgerSample[] => [
  investmentLeads(day),
  policyClauses(day),
  policyPayments(day),
  enterpriseRequests(day),
  meetings(day),
  resolutions(day),
]
const sumOf = (sample: LedgerSample, field: string): number =>
  sample.rows.reduce((sum, r) => sum + Number(r.values[field] ?? 0), 0)
const inStages = (sample: LedgerSample, ...stages: string[]): LedgerSample => ({
  ...sample,
  rows: sample.rows.filter((r) => stages.includes(r.stage ?? '')),
})

describe('the sample leads, policies, requests and meetings', () => {
  it.each(['2025-09-08', today, '2026-11-24', '2027-02-10'])(
    'fit their definitions and lead somewhere on %s',
    (day) => {
      const samples = made(day)
      expect(samples.flatMap(faultsOf).slice(0, 10)).toEqual([])
      expect(lostReferences([...samples, enterprises(day), projects(day), chains(day), chainSegments(day)])).toEqual([])
    },
  )

  it('are 236 leads with 41 contracts of 68.5 亿', () => {
    const leads = investmentLeads(today)
    expect(leads.rows.length).toBe(236)
    for (const [stage, n] of Object.entries(leadCounts)) expect(inStages(leads, stage).rows.length, stage).toBe(n)
    const signed = inStages(leads, 'signed', 'registered', 'funded', 'started')
    expect(signed.rows.length).toBe(41)
    expect(sumOf(leads, 'contracted')).toBe(contractedTotal)
    expect(signed.rows.every((r) => r.values['contract'] === '正式')).toBe(true)
  })

  it('name no investor while talks go on', () => {
    expect(investmentLeads(today).rows.every((r) => r.values['investor'] === undefined)).toBe(true)
  })

  it('are 60 clauses: 38 of the county, 14 of the city, 8 of the province', () => {
    const levels = policyClauses(today).rows.map((r) => r.values['level'])
    expect(['县', '市', '省'].map((l) => levels.filter((x) => x === l).length)).toEqual([38, 14, 8])
  })

  it('pay what adds up, and count only what arrived as paid', () => {
    const payments = policyPayments(today)
    expect(payments.rows.length).toBe(paymentTotals.count)
    expect(sumOf(inStages(payments, 'arrived'), 'paid')).toBe(paymentTotals.arrived)
    expect(inStages(payments, 'arrived').rows.every((r) => r.values['arrivedOn'] !== undefined)).toBe(true)
    expect(sumOf(payments, 'asked')).toBe(paymentTotals.arrived + paymentTotals.waiting)
  })

  it('close no request that the firm has not confirmed', () => {
    const requests = enterpriseRequests(today)
    for (const [stage, n] of Object.entries(requestCounts)) expect(inStages(requests, stage).rows.length).toBe(n)
    expect(inStages(requests, 'confirmed').rows.every((r) => r.values['verdict'] !== undefined)).toBe(true)
  })

  it('settle 210 things in a year of meetings', () => {
    expect(resolutions(today).rows.length).toBe(resolutionCount)
    const types = meetings(today)
      .rows.filter((r) => r.stage === 'assigned')
      .map((r) => r.values['type'])
    expect(types.filter((t) => t === '财经委会议').length).toBe(4)
  })
})
