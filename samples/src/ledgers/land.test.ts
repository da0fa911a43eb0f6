import { describe, expect, it } from 'vitest'
import { isInside, ringOf } from '../places.ts'
import { faultsOf, lostReferences } from './checking.ts'
import { enterprises } from './enterprises.ts'
import { sampleFirms } from './firms.ts'
import { landParcels } from './land-parcels.ts'
import { sampleParcels } from './parcels.ts'
import { plants } from './plants.ts'

const today = '2026-07-02'
const land = landParcels(today)
const buildings = plants(today)

describe('the sample parcels and plants', () => {
  it('fit their definitions and lead somewhere', () => {
    expect([land, buildings].flatMap(faultsOf).slice(0, 10)).toEqual([])
    expect(lostReferences([land, buildings, enterprises(today)])).toEqual([])
  })

  it('are 684, of which 27 look idle', () => {
    expect(land.rows.length).toBe(684)
    const idle = land.rows.filter((r) => ['suspect', 'inquiry', 'found', 'disposing'].includes(r.stage ?? ''))
    expect(idle.length).toBe(27)
  })

  it('make up the land by which their firms are graded', () => {
    const sizes = new Map<string, number>()
    for (const p of sampleParcels())
      if (p.firm && p.state !== '在建') sizes.set(p.firm.code, (sizes.get(p.firm.code) ?? 0) + p.size)
    const wrong = sampleFirms()
      .filter((f) => f.operation !== '筹建')
      .filter((f) => (sizes.get(f.code) ?? 0) !== f.parcels.reduce((a, b) => a + b, 0))
    expect(wrong).toEqual([])
  })

  it('stand in their township', () => {
    for (const p of sampleParcels()) expect(isInside(ringOf(p.township), p.place)).toBe(true)
  })

  it('call nothing idle that was started on a third and paid for by a quarter', () => {
    for (const row of land.rows.filter((r) => r.values['state'] === '停建')) {
      const third = Number(row.values['startedSize']) * 3 < Number(row.values['dueSize'])
      const quarter = Number(row.values['invested']) * 4 < Number(row.values['investPromise'])
      expect(third || quarter).toBe(true)
    }
  })
})
