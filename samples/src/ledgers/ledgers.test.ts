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

  it('are the same every time', () => {
    expect(sampleLedgers('2026-07-02')).toEqual(samples)
  })
})
