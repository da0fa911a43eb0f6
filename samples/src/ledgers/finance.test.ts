import { describe, expect, it } from 'vitest'
import { faultsOf, lostReferences } from './checking.ts'
import { creditBalances } from './credit-balances.ts'
import { enterprises } from './enterprises.ts'
import { farms } from './farms.ts'
import { financialProducts } from './financial-products.ts'
import { guarantees } from './guarantees.ts'
import { institutions } from './institutions.ts'
import { listingCandidates } from './listing-candidates.ts'
import { wan, yuan } from './making.ts'
import { microCredits } from './micro-credits.ts'
import { bridging, riskSharingLoans } from './risk-sharing-loans.ts'
import type { LedgerSample, SampleRow } from './types.ts'
import { villages } from './villages.ts'

const makers = {
  institutions,
  financialProducts,
  creditBalances,
  guarantees,
  microCredits,
  riskSharingLoans,
  listingCandidates,
}
const today = '2026-07-02'
const ledgers = Object.values(makers).map((make) => make(today))
const sum = (rows: readonly SampleRow[], field: string): number =>
  rows.reduce((total, row) => total + Number(row.values[field] ?? 0), 0)
const among = (sample: LedgerSample, field: string, value: unknown): SampleRow[] =>
  sample.rows.filter((row) => row.values[field] === value)

describe('the sample ledgers of finance', () => {
  // The first run may be on any day: early in the year, on the day figures come, on a leap day.
  it.each(['2026-01-05', '2026-03-12', '2026-07-02', '2026-11-24', '2028-02-29'])(
    'fit their definitions on %s',
    (day) => {
      for (const make of Object.values(makers)) expect(faultsOf(make(day)).slice(0, 10)).toEqual([])
    },
  )

  it('refer to records that are there', () => {
    expect(lostReferences([...ledgers, enterprises(today), villages(today), farms(today)])).toEqual([])
  })

  it('are the same every time', () => {
    expect(Object.values(makers).map((make) => make(today))).toEqual(ledgers)
  })

  it('keep nobody’s identity number or name beside a loan', () => {
    const text = JSON.stringify([microCredits(today), guarantees(today), riskSharingLoans(today)])
    expect(text).not.toMatch(/"[1-9]\d{16}[\dX]"(?<!"9[123]000000\d{9}.")/)
    for (const row of among(guarantees(today), 'borrowerKind', '农户'))
      expect(row.values['borrower']).toMatch(/^户 H\d+$/)
  })
})

describe('the balances of the banks', () => {
  const balances = creditBalances(today)
  const of = (month: string) => among(balances, 'month', month)

  it('are eleven banks in twenty-four months', () => {
    expect(new Set(balances.rows.map((r) => r.values['month'])).size).toBe(24)
    for (const row of balances.rows) expect(of(String(row.values['month'])).length).toBe(11)
    expect(among(institutions(today), 'type', '农村商业银行').length).toBe(1)
  })

  it('add up to 263.4 亿 at the end of last year, 27.2 亿 more than the year before', () => {
    expect(sum(of('2025-12'), 'loans')).toBe(wan(2_634_000))
    expect(sum(of('2024-12'), 'loans')).toBe(wan(2_362_000))
    expect(sum(of('2025-12'), 'deposits')).toBe(wan(3_862_000))
  })

  it('begin each year where the last one ended, and compare with what stood a year ago', () => {
    const loansAt = new Map(
      balances.rows.map((r) => [
        `${JSON.stringify(r.values['institution'])} ${String(r.values['month'])}`,
        r.values['loans'],
      ]),
    )
    const wrong = balances.rows.filter(({ values }) => {
      const [year, month] = String(values['month']).split('-') as [string, string]
      const at = (when: string) => loansAt.get(`${JSON.stringify(values['institution'])} ${when}`)
      const [start, before] = [at(`${Number(year) - 1}-12`), at(`${Number(year) - 1}-${month}`)]
      return (
        (start ?? values['loansYearStart']) !== values['loansYearStart'] ||
        (before ?? values['loansLastYear']) !== values['loansLastYear']
      )
    })
    expect(wrong).toEqual([])
  })

  it('lend some sixteen in a hundred to manufacturing, and no part is larger than the whole', () => {
    const december = of('2025-12')
    const share = sum(december, 'manufacturing') / sum(december, 'loans')
    expect(share).toBeGreaterThan(0.15)
    expect(share).toBeLessThan(0.17)
    for (const row of balances.rows)
      for (const part of ['bills', 'manufacturing', 'agricultural', 'inclusiveSmall', 'inclusiveFarm', 'bad'])
        expect(Number(row.values[part])).toBeLessThanOrEqual(Number(row.values['loans']))
  })
})

describe('the guarantees', () => {
  const ledger = guarantees(today)
  const active = ledger.rows.filter((row) => row.stage === 'active')

  it('are 412 borrowers with 6.9 亿', () => {
    expect(active.length).toBe(412)
    expect(new Set(active.map((row) => row.values['borrower'])).size).toBe(412)
    expect(sum(active, 'outstanding')).toBe(wan(69_000))
  })

  it('leave nobody owing more than was guaranteed, and nothing where the duty ended', () => {
    for (const row of active) {
      expect(Number(row.values['outstanding'])).toBeGreaterThan(0)
      expect(Number(row.values['outstanding'])).toBeLessThanOrEqual(Number(row.values['amount']))
      expect(String(row.values['dueOn']) > today).toBe(true)
    }
    expect(sum(ledger.rows, 'outstanding')).toBe(sum(active, 'outstanding'))
  })

  it('stay within a tenth of the net assets for one borrower and serve mostly the small (国令683号, 财金〔2025〕11号)', () => {
    const company = among(institutions(today), 'type', '融资担保公司')[0]
    const limit = Number(company?.values['netAssets']) / 10
    for (const row of active) expect(Number(row.values['outstanding'])).toBeLessThanOrEqual(limit)
    const small = active.filter((row) => row.values['borrowerKind'] !== '中型企业')
    expect(sum(small, 'outstanding') / sum(active, 'outstanding')).toBeGreaterThanOrEqual(0.8)
  })
})

describe('the micro-credits', () => {
  const ledger = microCredits(today)

  it('are 3,184 with 1.3 亿', () => {
    expect(ledger.rows.length).toBe(3184)
    expect(sum(ledger.rows, 'balance')).toBe(yuan(130_000_000))
  })

  it('keep to 5 万元 and three years, and under one in a hundred is overdue', () => {
    for (const row of ledger.rows) {
      expect(Number(row.values['amount'])).toBeLessThanOrEqual(yuan(50_000))
      expect(Number(row.values['balance'])).toBeLessThanOrEqual(Number(row.values['amount']))
      expect(
        Number(String(row.values['dueOn']).slice(0, 4)) - Number(String(row.values['issuedOn']).slice(0, 4)),
      ).toBeLessThanOrEqual(3)
      expect(row.values['state'] === '逾期').toBe(String(row.values['dueOn']) < today)
    }
    const share = sum(among(ledger, 'state', '逾期'), 'balance') / sum(ledger.rows, 'balance')
    expect(share).toBeGreaterThan(0)
    expect(share).toBeLessThan(0.01)
  })
})

describe('the rest of finance', () => {
  it('turned bridging money over for 7.6 亿', () => {
    const bridged = among(riskSharingLoans(today), 'kind', '续贷过桥')
    expect(bridged.length).toBe(bridging.count)
    expect(sum(bridged, 'amount')).toBe(wan(bridging.total))
    for (const row of bridged) expect(Number(row.values['amount'])).toBeLessThanOrEqual(Number(row.values['promised']))
  })

  it('shares each loss out in full', () => {
    const shares = ['guarantorShare', 'reinsurerShare', 'bankShare', 'insurerShare', 'governmentShare']
    const shared = riskSharingLoans(today).rows.filter((row) => row.values['bankShare'] !== undefined)
    expect(shared.length).toBe(138 + 64 + 42)
    for (const row of shared)
      expect(shares.reduce((total, name) => total + Number(row.values[name]), 0)).toBe(1_000_000)
  })

  it('has fourteen candidates and nobody listed yet', () => {
    const candidates = listingCandidates(today)
    expect(candidates.rows.length).toBe(14)
    expect(candidates.rows.filter((row) => row.stage === 'listed')).toEqual([])
  })
})
