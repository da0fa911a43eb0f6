import { libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import { describe, expect, it } from 'vitest'
import { faultsOf, lostReferences } from './checking.ts'
import { sampleLedgers } from './index.ts'

describe('the ledgers of the sample county, all together', () => {
  const samples = sampleLedgers('2026-07-02')

  it('are one for each library that a person fills', () => {
    const filled = libraries.filter((l) => !l.handmade).map((l) => l.id)
    expect(samples.map((s) => s.library).toSorted()).toEqual(filled.toSorted())
    for (const sample of samples) expect(sample.rows.length, sample.library).toBeGreaterThan(0)
  })

  it.each(['2026-04-01', '2026-07-02', '2026-11-24', '2027-03-31'])('fit and hold together on %s', (day) => {
    const all = sampleLedgers(day)
    expect(all.flatMap(faultsOf).slice(0, 10)).toEqual([])
    expect(lostReferences(all).slice(0, 10)).toEqual([])
  })

  it('tell how each record came to its stage, and lack papers only with a day to come', () => {
    const wrong: string[] = []
    for (const { library, rows } of samples)
      for (const row of rows) {
        const { steps = [], papers = [] } = row
        const last = steps.at(-1)
        const ordered = steps.every((s, i) => i === 0 || (steps[i - 1]?.since ?? '') <= s.since)
        if (row.stage !== undefined && (last?.to !== row.stage || last.since !== row.stageSince || !ordered))
          wrong.push(`${library} ${JSON.stringify(steps)}`)
        if (papers.some((p) => p.state === 'missing' && !(p.due !== undefined && p.due > '2026-07-02')))
          wrong.push(library)
      }
    expect(wrong.slice(0, 5)).toEqual([])
    const projects = samples.find((s) => s.library === 'projects')?.rows ?? []
    const lacking = projects.filter((r) => r.papers?.some((p) => p.state === 'missing'))
    expect(lacking.length).toBeGreaterThan(40)
    expect(lacking.length).toBeLessThan(180)
  })

  it('are the same every time', () => {
    expect(sampleLedgers('2026-07-02')).toEqual(samples)
  })
})
