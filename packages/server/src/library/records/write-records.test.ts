// What is written comes back: every library, every kind, sealed and computed ones too; and what changes nothing leaves
// no trace.
import { libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import { arbitraryOf } from '@yipanqi/model/libraries/testing/arbitrary.ts'
import type { Field, Library, RecordDetail, Value, Values } from '@yipanqi/model/libraries/index.ts'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemActor, type Actor } from '../../db/actor.ts'
import { erasePerson } from '../../db/personal/erase-person.ts'
import { testHouse } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { getLedger } from '../ledger.ts'
import { recordSubject } from '../sealed.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'
import { getRow, shownValues } from './get-record.ts'
import { withComputed, writeRecords } from './write-records.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: LedgerCounty
let actor: Actor

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
  actor = systemActor(county.code, 'test')
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const context = () => ({ today: '2026-05-21', master: house.master })
const write = (library: string, rows: Parameters<typeof writeRecords>[3]) =>
  house.db.withActor(actor, (trx) => writeRecords(trx, actor, getLedger(library), rows, context()))
const read = (library: string, id: number) =>
  house.db.withActor(actor, async (trx) =>
    shownValues(house, trx, actor, getLedger(library), await getRow(trx, actor, getLedger(library), id)),
  )

/** Any values of a library's form; ids point to the county's own unit and leader, or to nothing. */
function valuesOf(library: Library): fc.Arbitrary<Values> {
  const one = ([, field]: [string, Field]): fc.Arbitrary<Value> => {
    if (field.target === 'units') return fc.constantFrom(county.units.town.id, county.units.fagai.id, null)
    if (field.target === 'leaders') return fc.constantFrom(county.leader, null)
    if (field.target || field.kind === 'files') return fc.constant(null)
    return fc.option(arbitraryOf(field))
  }
  const asked = Object.entries(library.fields).filter(([, field]) => !field.compute)
  return fc.record(Object.fromEntries(asked.map((entry) => [entry[0], one(entry)])))
}

function shown(library: Library, values: Values): Values {
  const whole = withComputed(library, values)
  return Object.fromEntries(
    Object.entries(library.fields).map(([name, field]) => {
      const value = whole[name] ?? null
      return [name, field.sealed === 'masked' && value !== null ? field.format(value) : value]
    }),
  )
}

it.each(libraries.filter((l) => !l.handmade).map((l) => [l.id, l] as const))('%s', async (id, library) => {
  await fc.assert(
    fc.asyncProperty(valuesOf(library), valuesOf(library), async (first, then) => {
      const free = { ...then, ...Object.fromEntries(library.unique.flat().map((name) => [name, null])) }
      const start = { ...first, ...Object.fromEntries(library.unique.flat().map((name) => [name, null])) }
      const [made] = await write(id, [{ values: start }])
      const record = made?.id as number
      expect(await read(id, record)).toEqual(shown(library, start))
      const [same] = await write(id, [{ id: record, version: 0, values: start }])
      expect(same).toEqual({ id: record, version: 0, done: 'unchanged' })
      const [next] = await write(id, [{ id: record, version: 0, values: free }])
      expect(await read(id, record)).toEqual(shown(library, free))
      expect(['changed', 'unchanged']).toContain(next?.done)
    }),
    { numRuns: 4, endOnFailure: true },
  )
})

it('computed figures are stored, change with what they follow from, and are left empty where they would be absurd', async () => {
  const [made] = await write('credit-balances', [{ values: { deposits: 400_00, loans: 300_00 } }])
  const id = made?.id as number
  expect((await read('credit-balances', id))['loanDepositRatio']).toBe(750_000)
  await write('credit-balances', [{ id, values: { loans: 200_00 } }])
  const [row] = await owner.query<{ n: string }>('select loan_deposit_ratio as n from credit_balance where id = $1', [
    id,
  ])
  expect(Number(row?.n)).toBe(500_000)
  await write('credit-balances', [{ id, values: { deposits: 1, loans: 9_007_199_254_740_991 } }])
  expect((await read('credit-balances', id))['loanDepositRatio']).toBeNull()
})

it('many at once: made, changed and left alone in one batch, each in its place', async () => {
  const before = await write('enterprises', [{ values: { name: '甲' } }, { values: { name: '乙', legalPerson: '赵' } }])
  const [a, b] = before.map((w) => w.id) as [number, number]
  const written = await write('enterprises', [
    { values: { name: '丙' } },
    { id: b, values: { tax: 5 } },
    { id: a, values: { name: '甲' } },
    { values: { name: '丁', contactPhone: '13812341234' } },
  ])
  expect(written.map((w) => w.done)).toEqual(['created', 'changed', 'unchanged', 'created'])
  expect(await read('enterprises', written[3]?.id as number)).toMatchObject({ name: '丁', contactPhone: '138****1234' })
  // The sealed name that this batch did not touch is still there.
  expect(await read('enterprises', b)).toMatchObject({ name: '乙', legalPerson: '赵', tax: 5 })
  await expect(
    write('enterprises', [{ values: { name: '戊' } }, { id: a, version: 9, values: { tax: 1 } }]),
  ).rejects.toThrow('别人刚刚改过')
  const left = await owner.query('select 1 from enterprise where county = $1 and name = $2', [county.code, '戊'])
  expect(left).toEqual([])
})

it('a key taken by two at once is given once, and the other is told so', async () => {
  const office = await county.client('dispatcher')
  const keeper = await county.client('gongxinLiaison')
  const body = (name: string) => ({ values: { name, creditCode: '911100007109250324' } })
  const both = await Promise.all(
    [office, keeper].map((c, i) => c.post<RecordDetail>('/libraries/enterprises/records', body(`抢注${i}`))),
  )
  expect(both.map((b) => b.status).sort()).toEqual([201, 409])
})

it('an erased person is gone from the record, and comes back by no restore', async () => {
  const office = await county.client('dispatcher')
  const [made] = await write('enterprises', [{ values: { name: '注销人', legalPerson: '钱' } }])
  const id = made?.id as number
  await house.db.withActor(actor, (trx) => erasePerson(trx, county.code, recordSubject('enterprises', id)))
  expect((await read('enterprises', id))['legalPerson']).toBe('（已注销）')
  const history = await office.get<{ items: { id: number }[] }>(`/libraries/enterprises/records/${id}/history`)
  const restore = { version: 0, changeId: history.body.items[0]?.id, reason: '试' }
  const back = await office.post<RecordDetail>(`/libraries/enterprises/records/${id}/restore`, restore)
  expect(back.body.values['legalPerson']).toBe('（已注销）')
})
