// Night falls: what was judged by day is judged for the new one, once, whoever asks and however often.
import type { DocumentDetail, MatterDetail } from '@yipanqi/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../clock.ts'
import { systemActor } from '../db/actor.ts'
import type { House } from '../house.ts'
import { testCounty, testHouse, type TestCounty } from '../testing/harness.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'
import { stageDocument, troupeOf, type Troupe } from '../testing/stage.ts'
import { eachCounty } from './each-county.ts'
import { relightCounty } from './relight-county.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: TestCounty
let troupe: Troupe
let document: DocumentDetail

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await testCounty(house)
  troupe = await troupeOf(house, county)
  document = await stageDocument(troupe, '入夜', 'issued')
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

/** The same house on another day. */
const on = (day: string): House => ({ ...house, clock: fixedClock(day) })
const relight = (day: string) => relightCounty(on(day), systemActor(county.code, 'night'))

interface Row {
  readonly id: string
  readonly light: string
  readonly since: string
  readonly as_of: string
  readonly overdue: boolean
  readonly revision: string
  readonly version: number
}
const rows = () =>
  owner.query<Row>(
    `select id, light, light_since::text as since, light_as_of::text as as_of, overdue, revision, version
     from matter where county = $1 and state in ('issued', 'under-way', 'closing', 'standing') order by id`,
    [county.code],
  )

describe('relightCounty', () => {
  it('a day later everything is judged; what did not move keeps its revision and its since', async () => {
    const before = await rows()
    expect(before.length).toBe(document.matters.filter((m) => m.state === 'issued').length)
    expect(await relight('2026-05-22')).toBe(before.length)
    const after = await rows()
    expect(after.map((r) => r.as_of)).toEqual(before.map(() => '2026-05-22'))
    for (const [i, row] of after.entries()) {
      if (row.light !== before[i]?.light) continue
      expect(row.since).toBe(before[i]?.since)
      expect(row.revision).toBe(before[i]?.revision)
    }
  })

  it('past the deadline: red and overdue since that day, in the row and in every list', async () => {
    await relight('2027-01-04')
    const after = await rows()
    for (const row of after) {
      expect(row).toMatchObject({ light: 'red', overdue: true, since: expect.stringMatching(/^202[67]-/) })
    }
    const seen = await owner.query<{ light: string }>('select light from matter_seen where county = $1', [county.code])
    expect(new Set(seen.map((s) => s.light))).toEqual(new Set(['red']))
    const first = document.matters[0]
    const detail = await troupe.office.get<MatterDetail>(`/matters/${first?.id}`)
    expect(detail.body.light).toBe('red')
    // A light is nobody's edit: a page that is open does not become stale by it.
    expect(after.map((r) => r.version)).toEqual((await rows()).map((r) => r.version))
  })

  it('again on the same day: nothing to do, nothing changes', async () => {
    const before = await owner.snapshot(county.code)
    expect(await relight('2027-01-04')).toBe(0)
    expect(await owner.snapshot(county.code)).toEqual(before)
  })

  it('the colour’s age goes on while the colour stays', async () => {
    const before = await rows()
    await relight('2027-02-01')
    expect((await rows()).map((r) => r.since)).toEqual(before.map((r) => r.since))
  })

  it('two processes at once judge each matter once', async () => {
    const before = await rows()
    const other = await testHouse(fixedClock('2027-03-01'))
    const counts = await Promise.all([
      relight('2027-03-01'),
      relightCounty(other, systemActor(county.code, 'night-2')),
      relight('2027-03-01'),
    ])
    await other.close()
    expect(counts.reduce((a, b) => a + b, 0)).toBe(before.length)
    expect((await rows()).every((r) => r.as_of === '2027-03-01')).toBe(true)
  })

  it('leaves another county alone', async () => {
    const neighbour = await testCounty(house)
    await stageDocument(await troupeOf(house, neighbour), '邻县', 'issued')
    const before = await owner.snapshot(neighbour.code)
    await relight('2027-04-01')
    expect(await owner.snapshot(neighbour.code)).toEqual(before)
  })
})

describe('eachCounty', () => {
  it('one county’s failure keeps none of the others from their turn, and is told', async () => {
    const met: string[] = []
    const work = eachCounty(house, async (code) => {
      met.push(code)
      if (code === county.code) throw new Error('this county')
    })
    await expect(work).rejects.toThrow('this county')
    const all = await owner.query<{ code: string }>('select code from county order by code')
    // Other tests make counties meanwhile.
    expect(met.length).toBeGreaterThan(1)
    expect(all.map((c) => c.code)).toEqual(expect.arrayContaining(met))
  })
})
