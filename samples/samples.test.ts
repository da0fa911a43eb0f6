import { chineseCalendar, type IsoDate } from '@yipanqi/base'
import { judge } from '@yipanqi/model/lights/index.ts'
import { describe, expect, it } from 'vitest'
import { lightFactsOf } from './facts.ts'
import { sampleCounties, type SampleCounty, type SampleDocument, type SampleMatter } from './index.ts'

const calendar = chineseCalendar()
const midYear = '2026-07-02'
const days: readonly IsoDate[] = [
  '2025-09-08',
  '2026-05-21',
  '2026-06-15',
  midYear,
  '2026-08-20',
  '2026-10-09',
  '2026-11-24',
]

const counties = (today: IsoDate): { readonly big: SampleCounty; readonly small: SampleCounty } => {
  const [big, small] = sampleCounties(today)
  if (!big || !small) throw new Error('two counties')
  return { big, small }
}
const issued = (county: SampleCounty): readonly SampleDocument[] => county.documents.filter((d) => d.state === 'issued')
const mattersOf = (county: SampleCounty): readonly SampleMatter[] => issued(county).flatMap((d) => d.matters)

/** Lights by the county's adopted preset, as the product counts them. */
function lightsOn(county: SampleCounty, today: IsoDate): Readonly<Record<string, number>> {
  const scheme = {
    id: 1,
    name: county.scheme.title,
    documentNumber: county.scheme.number,
    preset: 'yinchuan-2025' as const,
    parameters: {},
    effectiveFrom: county.scheme.from,
    effectiveTo: null,
  }
  const counts: Record<string, number> = {}
  for (const document of issued(county)) {
    for (const matter of document.matters) {
      const facts = lightFactsOf(matter, county.historyOf(matter), document.issuedOn ?? document.date)
      const light = judge(facts, scheme, today, calendar).light ?? 'none'
      counts[light] = (counts[light] ?? 0) + 1
    }
  }
  return counts
}

describe('青禾县 as it is written', () => {
  const { big } = counties(midYear)
  const count = (kind: string): number => big.units.filter((u) => u.kind === kind).length

  it('has the units of a middling county', () => {
    expect(big.units.length).toBeGreaterThanOrEqual(76)
    expect(big.units.length).toBeLessThanOrEqual(86)
    expect([count('党委'), count('政府'), count('事业'), count('乡镇')]).toEqual([12, 24, 11, 16])
    expect(count('垂管') + count('驻县') + count('企业')).toBe(15)
    const townships = big.units.filter((u) => u.kind === '乡镇').map((u) => u.short)
    expect(townships.filter((t) => t.endsWith('镇'))).toHaveLength(11)
    expect(townships.filter((t) => t.endsWith('乡'))).toHaveLength(3)
  })

  it('calls no two units alike', () => {
    for (const county of sampleCounties(midYear)) {
      const words = county.units.flatMap((u) => [u.name, u.short, ...u.aliases.filter((a) => a !== u.short)])
      expect(words.filter((w, i) => words.indexOf(w) !== i)).toEqual([])
      const codes = county.units.map((u) => u.code)
      expect(new Set(codes).size).toBe(codes.length)
      expect(county.units.every((u) => u.parent === null || codes.includes(u.parent))).toBe(true)
    }
  })

  it('has a speech of usual length with its sentences that oblige', () => {
    const speech = big.documents.find((d) => d.id === 'speech')
    expect(speech?.text.length).toBeGreaterThan(3000)
    expect(speech?.text.length).toBeLessThan(4500)
    const quotes = big.documents
      .flatMap((d) => d.matters.flatMap((m) => m.sources))
      .filter((s) => s.document === 'speech')
    const sentences = new Set(quotes.map((s) => s.quote)).size
    expect(sentences).toBeGreaterThanOrEqual(36)
    expect(sentences).toBeLessThanOrEqual(40)
  })

  it('divides the work report into 152 matters and keeps some 312 open at half-year', () => {
    expect(big.documents.find((d) => d.id === 'report')?.matters).toHaveLength(152)
    const done = lightsOn(big, midYear)['done'] ?? 0
    const open = mattersOf(big).length - done
    expect(open).toBeGreaterThan(295)
    expect(open).toBeLessThan(325)
  })

  it('merges what two documents ask into one matter with two sources', () => {
    expect(mattersOf(big).filter((m) => m.sources.length > 1).length).toBeGreaterThanOrEqual(6)
  })

  it('leaves little to 财经办', () => {
    const leads = mattersOf(big).filter((m) => m.leadUnit === 'D02').length
    expect(leads).toBeGreaterThan(0)
    expect(leads).toBeLessThan(6)
  })

  it('has an account for each role of the loop', () => {
    const posts = new Set(big.accounts.map((a) => a.post))
    for (const post of [
      'dispatcher',
      'supervisor-party',
      'supervisor-government',
      'leader',
      'secretary',
      'unit-head',
      'unit-deputy',
      'liaison',
      'township-head',
      'township-liaison',
      'assessor',
      'statistician',
      'secrecy',
      'establishment',
      'system-admin',
      'security-admin',
      'audit-admin',
    ] as const) {
      expect(posts).toContain(post)
    }
  })
})

describe.each(['2025-09-08', midYear, '2026-11-24', '2027-02-10'])('every county on %s', (today) => {
  const all = sampleCounties(today)

  it('quotes exactly one place of its document', () => {
    for (const county of all) {
      for (const matter of county.documents.flatMap((d) => d.matters)) {
        for (const { document, quote } of matter.sources) {
          const text = county.documents.find((d) => d.id === document)?.text ?? ''
          expect(text.split(quote), `${matter.id} ${quote}`).toHaveLength(2)
        }
      }
    }
  })

  it('names units, leaders and accounts that exist, and leads that may lead', () => {
    for (const county of all) {
      const units = new Map(county.units.map((u) => [u.code, u]))
      const leaders = new Set(county.leaders.map((l) => l.code))
      for (const matter of county.documents.flatMap((d) => d.matters)) {
        expect(units.get(matter.leadUnit)?.mayLead, matter.title).toBe(true)
        expect(leaders).toContain(matter.leader)
        const supports = matter.supports.map((s) => s.unit)
        expect(supports.filter((code) => !units.has(code) || code === matter.leadUnit)).toEqual([])
        expect(new Set(supports).size).toBe(supports.length)
      }
      for (const account of county.accounts) {
        expect(units.has(account.unit)).toBe(true)
        expect(account.leader === null || leaders.has(account.leader)).toBe(true)
      }
      for (const { portfolio } of county.leaders) {
        expect(portfolio.flatMap((p) => p.units).filter((code) => !units.has(code))).toEqual([])
      }
      for (const answer of county.documents.flatMap((d) => d.answers)) {
        const matter = county.documents.flatMap((d) => d.matters).find((m) => m.id === answer.matter)
        const asked = [matter?.leadUnit, ...(matter?.supports.map((s) => s.unit) ?? [])]
        expect(asked).toContain(answer.unit)
        expect(answer.opinion === 'agree').toBe(answer.text === '')
      }
    }
    const logins = all.flatMap((c) => c.accounts.map((a) => a.login))
    expect(new Set(logins).size).toBe(logins.length)
  })

  it('sets days inside the year, steps in order and curves that end at the goal', () => {
    for (const county of all) {
      for (const document of issued(county)) {
        for (const matter of document.matters) {
          expect(matter.deadline.slice(0, 4)).toBe(document.date.slice(0, 4))
          expect(matter.deadline > (document.issuedOn ?? '')).toBe(true)
          const dues = matter.steps.map((s) => s.due)
          expect(dues.toSorted()).toEqual(dues)
          expect(dues.at(-1) ?? matter.deadline).toBe(matter.deadline)
          expect(matter.steps.length > 0).toBe(matter.kind === '制度成果' || matter.kind === '项目节点')
          const points = matter.plan?.map((p) => p.percent) ?? [100]
          expect(points.at(-1)).toBe(100)
          expect(points.toSorted((a, b) => a - b)).toEqual(points)
        }
      }
    }
  })

  it('tells histories in order, before today, each month in other words', () => {
    for (const county of all) {
      for (const matter of mattersOf(county)) {
        const events = county.historyOf(matter)
        const instants = events.map((e) => e.at)
        expect(instants.toSorted()).toEqual(instants)
        expect(instants.every((at) => at.slice(0, 10) < today)).toBe(true)
        expect(events[0]?.action, matter.title).toBe('sign')
        for (const event of events.filter((e) => e.action === 'report')) {
          expect(event.text).toMatch(/^[^{}]{8,120}。$/)
          expect(event.text).not.toMatch(/undefined|NaN|null|；；|，。/)
        }
        const counted = events
          .filter((e) => e.value !== null && matter.target?.basis === 'count')
          .map((e) => e.value ?? 0)
        expect(counted.toSorted((a, b) => a - b)).toEqual(counted)
      }
    }
  })
})

describe('the lights of 青禾县', () => {
  it.each(days)('are spread as practice has it on %s', (today) => {
    const { big } = counties(today)
    const counts = lightsOn(big, today)
    const share = (light: string): number => ((counts[light] ?? 0) / mattersOf(big).length) * 100
    expect(counts['none'] ?? 0).toBe(0)
    expect(share('green')).toBeGreaterThan(65)
    expect(share('green')).toBeLessThan(82)
    expect(share('yellow')).toBeGreaterThan(5)
    expect(share('yellow')).toBeLessThan(10)
    expect(share('red')).toBeGreaterThan(0.5)
    expect(share('red')).toBeLessThan(4.5)
    expect(share('grey')).toBeGreaterThan(4)
    expect(share('grey')).toBeLessThan(8)
    expect(share('done')).toBeGreaterThan(3)
    expect(share('done')).toBeLessThan(16)
  })

  it('are nearest to the model at half-year', () => {
    const counts = lightsOn(counties(midYear).big, midYear)
    const total = mattersOf(counties(midYear).big).length
    const rounded = Object.fromEntries(
      Object.entries(counts).map(([light, n]) => [light, Math.round((n / total) * 100)]),
    )
    expect(Math.abs((rounded['green'] ?? 0) - 75)).toBeLessThanOrEqual(3)
    expect(Math.abs((rounded['yellow'] ?? 0) - 7)).toBeLessThanOrEqual(2)
    expect(Math.abs((rounded['red'] ?? 0) - 3)).toBeLessThanOrEqual(1)
    expect(Math.abs((rounded['grey'] ?? 0) - 6)).toBeLessThanOrEqual(1)
    expect(Math.abs((rounded['done'] ?? 0) - 9)).toBeLessThanOrEqual(2)
  })

  it('close the year in the first quarter, when last year’s documents are shown', () => {
    const today = '2027-02-10'
    const { big } = counties(today)
    expect(big.documents.find((d) => d.id === 'report')?.date).toBe('2026-01-14')
    expect(((lightsOn(big, today)['done'] ?? 0) / mattersOf(big).length) * 100).toBeGreaterThan(70)
  })
})

it('tells the same story for the same day', () => {
  const once = JSON.stringify(sampleCounties(midYear).map((c) => mattersOf(c).map((m) => c.historyOf(m))))
  const twice = JSON.stringify(sampleCounties(midYear).map((c) => mattersOf(c).map((m) => c.historyOf(m))))
  expect(twice).toBe(once)
})

it('keeps the small county small', () => {
  const { small } = counties(midYear)
  expect(small.code).toBe('000001')
  expect(small.units).toHaveLength(12)
  expect(small.accounts).toHaveLength(3)
  expect(mattersOf(small)).toHaveLength(8)
})
