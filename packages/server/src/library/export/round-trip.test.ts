// What is exported re-imports unchanged: every kind of field, in every shipped library, as .xlsx and as .csv.
import { libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import type { Field, Import, Library, Values } from '@yipanqi/model/libraries/index.ts'
import { arbitraryOf } from '@yipanqi/model/libraries/testing/arbitrary.ts'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { testHouse, type Client } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { isPassedOver } from '../import/match-columns.ts'
import { getLedger } from '../ledger.ts'
import { writeRecords } from '../records/write-records.ts'
import { commit, rowsIn, upload } from '../testing/import-files.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'

const perLibrary = 12
const kept = libraries.filter((library) => !library.handmade)
let house: Awaited<ReturnType<typeof testHouse>>
let county: LedgerCounty
let office: Client
let owner: Owner
const ids = new Map<string, number[]>()

beforeAll(async () => {
  house = await testHouse()
  county = await ledgerCounty(house)
  office = await county.client('dispatcher')
  owner = await openOwner()
  const actor = systemActor(county.code, 'test')
  const context = { today: '2026-05-21', master: house.master }
  for (const library of kept) {
    const rows = distinct(library, fc.sample(valuesOf(library), perLibrary))
    const written = await house.db.withActor(actor, (trx) =>
      writeRecords(
        trx,
        actor,
        getLedger(library.id),
        rows.map((values) => ({ values })),
        context,
      ),
    )
    ids.set(
      library.id,
      written.map((w) => w.id),
    )
  }
  // References when both ends stand.
  for (const library of kept) {
    const fields = Object.entries(library.fields).filter(
      ([, f]) => f.kind === 'reference' && ids.has(f.target as string),
    )
    const rows = (ids.get(library.id) ?? []).map((id, i) => ({
      id,
      values: Object.fromEntries(
        fields.map(([name, f]) => [name, pick(ids.get(f.target as string) ?? [], i)]),
      ) as Values,
    }))
    await house.db.withActor(actor, (trx) => writeRecords(trx, actor, getLedger(library.id), rows, context))
  }
}, 240_000)
afterAll(async () => {
  await owner.close()
  await house.close()
})

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T

/** Every field that a table can bring, filled; references come later. */
function valuesOf(library: Library): fc.Arbitrary<Values> {
  const units = Object.values(county.units).map((u) => u.id)
  const one = (field: Field): fc.Arbitrary<Values[string]> => {
    if (field.kind === 'unit') return fc.constantFrom(...units)
    if (field.kind === 'leader') return fc.constant(county.leader)
    if (field.kind === 'reference') return fc.constant(null)
    return fc.oneof(
      { weight: 5, arbitrary: arbitraryOf(field) },
      { weight: field.required || isKey(library, field) ? 0 : 1, arbitrary: fc.constant(null) },
    )
  }
  const fields = Object.entries(library.fields).filter(([, field]) => !isPassedOver(field))
  return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, one(field)]))) as fc.Arbitrary<Values>
}

const isKey = (library: Library, field: Field): boolean =>
  library.matchKeys.flat().some((name) => library.fields[name] === field) || library.fields[library.title] === field

/** Rows that share no key, and no name by which they are found again. */
function distinct(library: Library, rows: readonly Values[]): Values[] {
  const keys = new Map([...library.unique, ...library.matchKeys, [library.title]].map((key) => [key.join(), key]))
  const seen = new Set<string>()
  return rows.filter((values) => {
    const own = [...keys.values()]
      .filter((key) => key.some((name) => (values[name] ?? null) !== null))
      .map((key) => JSON.stringify([key, key.map((name) => values[name] ?? null)]))
    const fresh = own.every((text) => !seen.has(text))
    if (fresh) for (const text of own) seen.add(text)
    return fresh
  })
}

async function exported(library: Library, format: string): Promise<Uint8Array> {
  const columns = Object.keys(library.fields).join(',')
  const answer = await office.raw(`/libraries/${library.id}/export?format=${format}&columns=${columns}`)
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}

const stands = (library: Library) =>
  owner.query(`select * from ${library.table} where county = $1 order by id`, [county.code])

describe.each(kept.map((library) => [library.name, library] as const))('%s', (_, library) => {
  it.each(['xlsx', 'csv'])('comes back unchanged as .%s', async (format) => {
    const before = await stands(library)
    expect(before.length).toBeGreaterThan(0)
    const read = await upload(office, library.id, await exported(library, format), `导出.${format}`)
    const keyless = library.matchKeys.length === 0
    const { items } = await rowsIn(office, read, '&only=invalid')
    expect(items.map((i) => i.errors)).toEqual([])
    const changed = await rowsIn(office, read, '&only=change')
    expect(changed.items.map((i) => [i.before, i.after])).toEqual([])
    expect(read.counts).toMatchObject({
      total: before.length,
      invalid: 0,
      change: 0,
      ...(keyless ? {} : { new: 0, same: before.length }),
    })
    if (keyless) return
    const done: Import = await commit(office, read)
    expect(done.state).toBe('done')
    expect(await stands(library)).toEqual(before)
  })
})
