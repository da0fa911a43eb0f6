// What an own ledger exports comes back unchanged, whatever its kinds hold; units that merge take its records along.
import type { RecordPage } from '@yipanqi/model/libraries/index.ts'
import { buildOwnLibrary, ownDefinition, type OwnDetail } from '@yipanqi/model/libraries/own/index.ts'
import { arbitraryOf } from '@yipanqi/model/libraries/testing/arbitrary.ts'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { testHouse, testToday, type Client } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'
import { commit, upload } from '../testing/import-files.ts'
import { loadLedger } from '../load-ledger.ts'
import { writeRecords } from '../records/write-records.ts'
import { openLedger } from './testing.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: LedgerCounty
let office: Client
let keeper: Client
let own: OwnDetail

const many = 80
const field = (n: number, kind: string, more: object = {}) => ({
  name: `f${n}`,
  label: `往返${kind}${n}`,
  kind,
  ...more,
})
const choices = ['甲类', '乙类', '丙类']
const definition = {
  name: '往返台账',
  noun: '条目',
  measure: '条',
  purpose: '每一类栏目都有',
  group: '企业与产业',
  title: 'f1',
  key: ['f1'],
  fields: [
    field(1, 'text', { required: true }),
    field(2, 'long-text'),
    field(3, 'integer', { measure: '人' }),
    field(4, 'decimal', { places: 3, measure: '吨' }),
    field(5, 'money', { measure: '万元' }),
    field(6, 'area', { measure: '公顷' }),
    field(7, 'percent'),
    field(8, 'date'),
    field(9, 'month'),
    field(10, 'year'),
    field(11, 'boolean'),
    field(12, 'choice', { choices }),
    field(13, 'choices', { choices }),
    field(14, 'unit', { sees: true }),
    field(15, 'person'),
    field(16, 'phone'),
    field(17, 'credit-code'),
    field(18, 'project-code'),
    field(19, 'point'),
    field(20, 'unit'),
  ].map((f) => ({ ...f, because: '往返测试要用到的栏目' })),
}

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
  office = await county.client('dispatcher')
  keeper = await county.client('zhujianLiaison')
  own = await openLedger(keeper, office, definition)
  const library = buildOwnLibrary(
    own.id,
    ownDefinition.parse(definition),
    Object.fromEntries(definition.fields.map((f, i) => [f.name, i === 0 ? 't1' : `n${i}`])),
    { nounOf: () => undefined, ended: false },
  )
  const units = Object.values(county.units).map((u) => u.id)
  const row = fc.record(
    Object.fromEntries(
      Object.entries(library.fields).map(([name, f]) => [
        name,
        f.kind === 'unit' ? fc.constantFrom(...units, null) : fc.option(arbitraryOf(f), { freq: 4 }),
      ]),
    ),
  )
  const rows = fc.sample(row, { numRuns: many, seed: 20260521 })
  await house.db.withActor(systemActor(county.code, 'test'), async (trx) => {
    const actor = systemActor(county.code, 'test')
    const ledger = await loadLedger(trx, actor, own.id)
    const writes = rows.map((values, i) => ({ values: { ...values, f1: `往返条目${i}` } as never }))
    await writeRecords(trx, actor, ledger, writes, { today: testToday, master: house.master })
  })
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const stored = () =>
  owner.query<Record<string, unknown>>(
    `select id, version, to_jsonb(r) - '{revision,updated_at}'::text[] as row from own_record r where county = $1 and library = $2 order by id`,
    [county.code, own.id],
  )

it.each(['xlsx', 'csv'])('an export as %s that is imported again changes nothing', async (format) => {
  const before = await stored()
  expect(before).toHaveLength(many)
  const all = definition.fields.map((f) => f.name).join(',')
  const file = await keeper.raw(`/libraries/${own.id}/export?format=${format}&columns=${all}`)
  expect(file.status).toBe(200)
  const read = await upload(keeper, own.id, new Uint8Array(await file.arrayBuffer()), `往返台账.${format}`)
  expect(read).toMatchObject({ state: 'preview', counts: { total: many, new: 0, change: 0, same: many, invalid: 0 } })
  await commit(keeper, read)
  expect(await stored()).toEqual(before)
})

it('has a template with its own heads', async () => {
  const file = await keeper.raw(`/libraries/${own.id}/template`)
  expect(file.status).toBe(200)
  expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(2000)
})

it('brings new records from a clerk’s sheet', async () => {
  const csv = Buffer.from('\uFEFF往返text1,往返integer3\r\n新条目甲,12人\r\n新条目乙,三\r\n')
  // Called a workbook, as many systems do with a text: read as what it is, and said so.
  const misnamed = await upload(keeper, own.id, csv, '新.xlsx')
  expect(misnamed.notes[0]).toContain('里面其实是纯文本')
  const read = await upload(keeper, own.id, csv, '新.csv')
  expect(read.notes.join()).not.toContain('纯文本')
  expect(read.counts).toMatchObject({ total: 2, new: 2, invalid: 0 })
  expect((await commit(keeper, read)).state).toBe('done')
  const { body } = await keeper.get<RecordPage>(
    `/libraries/${own.id}/records?columns=f1,f3&search=${encodeURIComponent('新条目')}&sort=f3`,
  )
  expect(body.items.map((i) => i.values['f3'])).toEqual([3, 12])
})

it('units that merge take its records and their sight along', async () => {
  const town = county.units.town.id
  const into = county.units.jiaoyu.id
  const named = () =>
    owner.query<{ n: number }>('select count(*)::int as n from own_record where county = $1 and (u1 = $2 or r1 = $2)', [
      county.code,
      town,
    ])
  expect((await named())[0]?.n).toBeGreaterThan(0)
  const admin = await county.client('admin')
  const body = { kind: 'merge', from: [town], into: { unit: into }, basis: '测委编〔2026〕9号', effectiveOn: testToday }
  const answer = await admin.post('/unit-changes', body)
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([201, expect.anything()])
  expect((await named())[0]?.n).toBe(0)
})
