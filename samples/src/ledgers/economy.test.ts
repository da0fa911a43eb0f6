import { describe, expect, it } from 'vitest'
import { isInside, ringOf } from '../places.ts'
import { faultsOf, lostReferences } from './checking.ts'
import { enterprises } from './enterprises.ts'
import { farms } from './farms.ts'
import { indicators } from './indicators.ts'
import { indicatorValues } from './indicator-values.ts'
import { livelihoodWorks } from './livelihood-works.ts'
import { mu } from './making.ts'
import { platforms } from './platforms.ts'
import { technologyFirms } from './technology-firms.ts'
import type { LedgerSample, RecordRef, SampleRow } from './types.ts'
import { villages } from './villages.ts'

const makers = { technologyFirms, platforms, livelihoodWorks, villages, farms, indicators, indicatorValues }
const today = '2026-07-02'
const ledgers = Object.values(makers).map((make) => make(today))
const sum = (rows: readonly SampleRow[], field: string): number =>
  rows.reduce((total, row) => total + Number(row.values[field] ?? 0), 0)
const among = (sample: LedgerSample, field: string, value: unknown): SampleRow[] =>
  sample.rows.filter((row) => row.values[field] === value)
const titled = (title: string): number =>
  technologyFirms(today).rows.filter((row) => JSON.stringify(row.values['titles'] ?? []).includes(`"${title}"`)).length

describe('the sample ledgers of technology, livelihood, villages and the economy', () => {
  it.each(['2026-01-05', '2026-03-12', '2026-07-02', '2026-11-24', '2028-02-29'])(
    'fit their definitions on %s',
    (day) => {
      for (const make of Object.values(makers)) expect(faultsOf(make(day)).slice(0, 10)).toEqual([])
    },
  )

  it('refer to records that are there', () => {
    expect(lostReferences([...ledgers, enterprises(today)])).toEqual([])
  })

  it('are the same every time', () => {
    expect(Object.values(makers).map((make) => make(today))).toEqual(ledgers)
  })

  it('stand in their own township', () => {
    const placed = ledgers.flatMap(({ rows }) =>
      rows.flatMap(({ values }) => {
        const { place, township } = values as { place?: { point: [number, number] }; township?: { unit: string } }
        return place && township ? [isInside(ringOf(township.unit), place.point)] : []
      }),
    )
    expect(placed.length).toBeGreaterThan(900)
    expect(placed).not.toContain(false)
  })
})

describe('the technology firms', () => {
  it('are 46 高企, 137 科小 and 22 专精特新', () => {
    expect(titled('高新技术企业')).toBe(46)
    expect(titled('科技型中小企业')).toBe(137)
    expect(titled('专精特新中小企业')).toBe(22)
  })

  it('stand as certified where they hold a certificate in force, and only there', () => {
    for (const row of technologyFirms(today).rows)
      expect(String(row.values['certificateUntil'] ?? '') > today).toBe(row.stage === 'certified')
  })

  it('spend what a 高企 has to (国科发火〔2016〕32号)', () => {
    for (const { stage, values } of technologyFirms(today).rows)
      if (stage === 'certified') {
        const revenue = Number(values['revenue'])
        const least = revenue <= 5_000_000_000 ? 0.05 : revenue <= 20_000_000_000 ? 0.04 : 0.03
        expect(Number(values['researchTax']) / revenue).toBeGreaterThanOrEqual(least)
      }
  })
})

describe('the livelihood works', () => {
  const works = livelihoodWorks(today)

  it('are 18 old quarters, 97 dangerous houses, 112 km of roads and 12 schools', () => {
    expect(among(works, 'kind', '老旧小区改造').length).toBe(18)
    expect(among(works, 'kind', '农村危房改造').length).toBe(97)
    expect(among(works, 'kind', '校舍维修改造').length).toBe(12)
    const roads = among(works, 'kind', '农村公路')
    expect(sum(roads, 'quantity')).toBe(112_000)
    expect(new Set(roads.map((row) => row.values['measure']))).toEqual(new Set(['公里']))
  })

  it('pay no more than they cost and finish no earlier than they start', () => {
    for (const { values } of works.rows) {
      expect(Number(values['paid'])).toBeLessThanOrEqual(Number(values['investment']))
      if (values['startOn'] && values['finishedOn']) expect(values['finishedOn'] > values['startOn']).toBe(true)
      if (values['finishedOn']) expect(String(values['finishedOn']) <= today).toBe(true)
    }
  })
})

describe('the villages', () => {
  const ledger = villages(today)

  it('are 228 villages and 31 communities with 52.3 万 people', () => {
    expect(among(ledger, 'kind', '行政村').length).toBe(228)
    expect(ledger.rows.length).toBe(228 + 31)
    expect(sum(ledger.rows, 'residents')).toBe(523_000)
    expect(sum(ledger.rows, 'present')).toBe(416_000)
    expect(sum(ledger.rows, 'farmland')).toBe(mu(624_000))
  })

  it('say what is missing where something is', () => {
    for (const { values } of ledger.rows) {
      const gaps = (values['gaps'] as readonly string[] | undefined) ?? []
      expect(Object.keys(values).filter((name) => name.endsWith('Gap')).length).toBe(gaps.length)
    }
  })
})

describe('the indicators', () => {
  const values = indicatorValues(today)
  const of = (code: string, month: string, kind: string): SampleRow[] =>
    values.rows.filter(
      (row) =>
        (row.values['indicator'] as RecordRef).key === code &&
        row.values['month'] === month &&
        row.values['kind'] === kind,
    )
  const latest = (code: string, month: string) => of(code, month, '市反馈数').at(-1)?.values

  it('are sixteen with figures of 24 months', () => {
    expect(indicators(today).rows.length).toBe(16)
    const months = new Set(values.rows.filter((r) => r.values['kind'] === '快报数').map((r) => r.values['month']))
    expect(months.size).toBe(24)
  })

  it('say for last year what the documents say', () => {
    expect(latest('GDP', '2025-12')).toMatchObject({ value: 2_468_000, growth: 61_000 })
    expect(latest('YSSR', '2025-12')).toMatchObject({ value: 142_000, growth: 43_000 })
    expect(latest('DKYE', '2025-12')).toMatchObject({ value: 2_634_000 })
    expect(latest('XZJY', '2025-12')).toMatchObject({ value: 41_200_000 })
    expect(of('GDP', '2026-12', '年初目标')[0]?.values).toMatchObject({ growth: 60_000 })
  })

  it('have no January where the bureau publishes none, and four months a year where it counts by quarters', () => {
    expect(of('GYZJZ', '2026-01', '快报数')).toEqual([])
    expect(of('GYYD', '2026-01', '快报数').length).toBe(1)
    expect(of('GDP', '2026-02', '市反馈数')).toEqual([])
  })

  it('give a rank with the city’s figure alone, keep revisions beside what they revise, and know no future', () => {
    for (const row of values.rows) {
      expect(row.values['rank'] !== undefined).toBe(row.values['kind'] === '市反馈数')
      expect(Number(row.values['rank'] ?? 1)).toBeLessThanOrEqual(11)
      expect(String(row.values['publishedOn']) <= today).toBe(true)
    }
    const revised = values.rows.filter((row) => row.values['vintage'] === 2)
    expect(revised.length).toBeGreaterThan(10)
    for (const row of revised)
      expect(of((row.values['indicator'] as RecordRef).key, String(row.values['month']), '市反馈数').length).toBe(2)
  })

  it('keep forecasts inside, and a flash figure until the city’s is out', () => {
    for (const row of among(values, 'kind', '部门预计数')) expect(row.values['unpublished']).toBe(true)
    expect(of('YSSR', '2026-05', '快报数')[0]?.values['unpublished']).toBe(false)
  })
})
