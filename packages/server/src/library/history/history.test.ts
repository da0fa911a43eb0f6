// A record's past: told field by field, standing again at any instant, put back by a new change.
import { arbitraryOf } from '@yipanqi/model/libraries/testing/arbitrary.ts'
import type { MatterItem } from '@yipanqi/model'
import { enterprises } from '@yipanqi/model/libraries/definitions/enterprises.ts'
import type { Change, Field, RecordAt, RecordDetail, Value, Values } from '@yipanqi/model/libraries/index.ts'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { testHouse, type Client } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { stageDocument, troupeOf, uploadFile } from '../../testing/stage.ts'
import { getLedger } from '../ledger.ts'
import { loadRows, plainValues } from '../records/record-row.ts'
import { writeRecords } from '../records/write-records.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'
import { valuesIn } from './fold.ts'
import { stateAt } from './record-at.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: LedgerCounty
const path = '/libraries/enterprises/records'
const history = async (id: number) => {
  const answer = await (await county.client('dispatcher')).get<{ items: Change[] }>(`${path}/${id}/history`)
  expect(answer.status).toBe(200)
  return answer.body.items
}
const create = async (values: object) => {
  const office = await county.client('dispatcher')
  const answer = await office.post<RecordDetail>(path, { values: { name: '青禾史册有限公司', ...values } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

describe('history', () => {
  it('tells who changed what, from what to what, and why; numbers never', async () => {
    const record = await create({ township: county.units.town.id, contactPhone: '13812341234' })
    const keeper = await county.client('gongxinLiaison')
    const patch = (version: number, values: object) =>
      keeper.patch(`${path}/${record.id}`, { version, values, reason: '季度核对' })
    await patch(0, {
      revenue: 1_234_567_00,
      township: county.units.fagai.id,
      position: { point: [116_000_000, 39_000_000] },
    })
    await patch(1, { position: { point: [116_000_001, 39_000_000] }, contactPhone: '13912341234' })
    await patch(2, { contactPhone: null })
    const [cleared, moved, changed, made] = await history(record.id)
    expect(made).toMatchObject({ op: 'I', who: '测dispatcher', post: '财经办调度员', reason: null })
    expect(made?.fields.map((f) => [f.label, f.before, f.after])).toContainEqual(['企业联系电话', '', '已登记'])
    expect(changed).toMatchObject({ op: 'U', who: '测gongxinLiaison', post: '联络员', reason: '季度核对' })
    expect(changed?.fields.map((f) => [f.label, f.before, f.after])).toEqual([
      ['所属乡镇', '青田镇', '县发展和改革局'],
      ['经营场所坐标', '', '116,39'],
      ['营业收入', '', '123.4567 万元'],
    ])
    expect(moved?.fields.map((f) => [f.before, f.after])).toEqual([
      ['116,39', '116.000001,39'],
      ['已登记', '已变更'],
    ])
    expect(cleared?.fields.map((f) => [f.before, f.after])).toEqual([['已登记', '已清除']])
    expect(JSON.stringify(await history(record.id))).not.toMatch(/1[38]\d{9}|\\\\x/)
  })

  it('stands again as it was at any instant, whatever was edited', async () => {
    const ledger = getLedger('enterprises')
    const actor = systemActor(county.code, 'test')
    const context = { today: '2026-05-21', master: house.master }
    const plain = [
      'operation',
      'foundedOn',
      'capital',
      'nurture',
      'position',
      'elsewhere',
      'land',
      'dataYear',
      'listedIn',
      'remarks',
    ]
    const edit = fc.record(
      Object.fromEntries(
        plain.map((name) => [name, fc.option(arbitraryOf(enterprises.fields[name as 'land'] as Field))]),
      ),
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        const seen: { at: string; values: Values }[] = []
        let id: number | undefined
        for (const values of edits) {
          await house.db.withActor(actor, async (trx) => {
            const write = {
              ...(id === undefined ? {} : { id }),
              values: { name: '史册', ...values } as Record<string, Value>,
            }
            id = (await writeRecords(trx, actor, ledger, [write], context))[0]?.id as number
          })
          await house.db.withActor(actor, async (trx) => {
            const row = (await loadRows(trx, actor, ledger, [id as number])).get(id as number)
            const { rows } = await sql<{ at: string }>`select clock_timestamp() as at`.execute(trx)
            seen.push({ at: rows[0]?.at ?? '', values: plainValues(ledger, row ?? {}) })
          })
        }
        await house.db.withActor(actor, async (trx) => {
          for (const { at, values } of seen) {
            const state = await stateAt(trx, actor, ledger, id as number, at)
            expect(state && valuesIn(ledger, state)).toEqual(values)
          }
          expect(await stateAt(trx, actor, ledger, id as number, '2020-01-01T00:00:00+08:00')).toBeNull()
        })
      }),
      { numRuns: 25, endOnFailure: true },
    )
  })

  it('answers the record of a past day, sealed fields as they were', async () => {
    const record = await create({ legalPerson: '周早', contactPhone: '13812340001', operation: '筹建' })
    const office = await county.client('dispatcher')
    await office.patch(`${path}/${record.id}`, {
      version: 0,
      values: { legalPerson: '吴晚', contactPhone: null, operation: '在营' },
    })
    // The creation happened yesterday.
    await owner.query(
      `update audit set at = at - interval '1 day' where county = $1 and tbl = 'enterprise' and row_key = $2 and op = 'I'`,
      [county.code, String(record.id)],
    )
    const day = async (shift: number) => {
      const [row] = await owner.query<{ d: string }>(
        `select to_char(now() at time zone 'Asia/Shanghai' - $1 * interval '1 day', 'YYYY-MM-DD') as d`,
        [shift],
      )
      return office.get<RecordAt>(`${path}/${record.id}/at?date=${row?.d}`)
    }
    expect((await day(0)).body.values).toMatchObject({ legalPerson: '吴晚', contactPhone: null, operation: '在营' })
    expect((await day(1)).body.values).toMatchObject({
      legalPerson: '周早',
      contactPhone: '138****0001',
      operation: '筹建',
    })
    expect((await day(2)).status).toBe(404)
  })
})

describe('putting back', () => {
  it('is a new change with its reason; the past stays', async () => {
    const record = await create({ operation: '筹建', legalPerson: '郑一' })
    const office = await county.client('dispatcher')
    await office.patch(`${path}/${record.id}`, {
      version: 0,
      values: { operation: '在营', legalPerson: '王二', tax: 100 },
    })
    const first = (await history(record.id)).at(-1) as Change
    const back = await office.post<RecordDetail>(`${path}/${record.id}/restore`, {
      version: 1,
      changeId: first.id,
      reason: '改错了',
    })
    expect(back.status, JSON.stringify(back.body)).toBe(200)
    expect(back.body).toMatchObject({ version: 2, values: { operation: '筹建', legalPerson: '郑一', tax: null } })
    const items = await history(record.id)
    expect(items.map((i) => i.reason)).toEqual(['改错了', null, null])
    expect(items.length).toBe(3)
    const foreign = await create({})
    const wrong = await office.post(`${path}/${foreign.id}/restore`, { version: 0, changeId: first.id, reason: '试' })
    expect(wrong.status).toBe(404)
    const reader = await county.client('leader')
    expect(
      (await reader.post(`${path}/${record.id}/restore`, { version: 2, changeId: first.id, reason: '试' })).status,
    ).toBe(403)
  })

  it('says what cannot be put back and why: a unit that ended, a code that left its table, a record taken off', async () => {
    const office = await county.client('dispatcher')
    const bring = async (rows: string) => {
      const form = new FormData()
      form.set('file', new File([`行业代码,名称\n135,屠宰及肉类加工\n${rows}`], '行业.csv'))
      expect((await office.raw('/code-tables/industry', { method: 'POST', body: form })).status).toBeLessThan(300)
    }
    await bring('1351,牲畜屠宰\n1352,禽类屠宰\n')
    const { zhujian, town } = county.units
    const record = await create({ township: zhujian.id, industry: 'C1351', tax: 100 })
    const [made] = (await history(record.id)) as [Change]
    const patch = { version: 0, values: { township: town.id, industry: 'C13', tax: 200 } }
    expect((await office.patch(`${path}/${record.id}`, patch)).status).toBe(200)
    await bring('1352,禽类屠宰\n')
    await owner.query(`update unit set valid_to = '2026-05-20', successor = $3 where county = $1 and id = $2`, [
      county.code,
      zhujian.id,
      town.id,
    ])
    const restore = { version: 1, changeId: made.id, reason: '改错了' }
    const answer = await office.post<{ error: { code: string; message: string; fields: { message: string }[] } }>(
      `${path}/${record.id}/restore`,
      restore,
    )
    expect(answer.status).toBe(409)
    expect(answer.body.error).toMatchObject({
      code: 'cannot-restore',
      message: '恢复不了：有 2 栏当时的内容现在不能再用',
    })
    const said = answer.body.error.fields.map((f) => f.message).join('\n')
    expect(said).toContain('当时是 C1351，县里现行的国民经济行业分类表里没有这个代码了')
    expect(said).toContain('，它自 2026-05-21 起撤并，由')
    // Nothing was written, not even what could have been.
    const now = await office.get<RecordDetail>(`${path}/${record.id}`)
    expect(now.body).toMatchObject({ version: 1, values: { tax: 200, industry: 'C13' } })
    await owner.query(`update unit set valid_to = null, successor = null where county = $1 and id = $2`, [
      county.code,
      zhujian.id,
    ])
    await bring('1351,牲畜屠宰\n1352,禽类屠宰\n')
    expect((await office.post<RecordDetail>(`${path}/${record.id}/restore`, restore)).body).toMatchObject({
      values: { township: zhujian.id, industry: 'C1351', tax: 100 },
    })
  })

  it('undoes a removal, unless the key has been taken meanwhile', async () => {
    const office = await county.client('dispatcher')
    const record = await create({ creditCode: '91110000802100433B' })
    await office.post(`${path}/${record.id}/remove`, { version: 0, reason: '误登' })
    const back = await office.post<RecordDetail>(`${path}/${record.id}/restore`, { version: 1, reason: '没有误登' })
    expect(back.body).toMatchObject({ removed: null, version: 2 })
    await office.post(`${path}/${record.id}/remove`, { version: 2, reason: '误登' })
    await create({ creditCode: '91110000802100433B' })
    const taken = await office.post(`${path}/${record.id}/restore`, { version: 3, reason: '再来' })
    expect(taken.status).toBe(409)
  })
})

describe('a masked number', () => {
  it('is shown once with a reason, and that stays on record', async () => {
    const record = await create({ contactPhone: '13812349876', township: county.units.town.id })
    const town = await county.client('townLiaison')
    const ask = (client: typeof town, body: object) => client.post(`${path}/${record.id}/reveal`, body)
    const shown = await ask(town, { field: 'contactPhone', reason: '通知开会' })
    expect(shown.body).toEqual({ field: 'contactPhone', value: '13812349876' })
    const rows = await owner.query('select field, reason from reveal where county = $1 and record = $2', [
      county.code,
      record.id,
    ])
    expect(rows).toEqual([{ field: 'contactPhone', reason: '通知开会' }])
    expect((await ask(town, { field: 'legalPerson', reason: '试试看' })).status).toBe(400)
    expect((await ask(town, { field: 'officerPhone', reason: '试试看' })).status).toBe(404)
    expect((await ask(town, { field: 'contactPhone', reason: '' })).status).toBe(400)
    expect((await ask(await county.client('zhujianLiaison'), { field: 'contactPhone', reason: '试试看' })).status).toBe(
      404,
    )
    expect((await ask(await county.client('auditor'), { field: 'contactPhone', reason: '试试看' })).status).toBe(404)
    expect((await ask(await county.firm(record.id), { field: 'contactPhone', reason: '试试看' })).status).toBe(403)
  })
})

it('the history of a matter is read the same way, by those who see it', async () => {
  const troupe = await troupeOf(house, county)
  const document = await stageDocument(troupe, '变更', 'issued')
  const matter = document.matters[0] as MatterItem
  const of = (client: Client) => client.get<{ items: Change[] }>(`/libraries/matters/records/${matter.id}/history`)
  const { items } = (await of(troupe.fagai)).body
  expect(items.at(-1)).toMatchObject({ op: 'I', who: '测dispatcher' })
  expect(items.flatMap((i) => i.fields.map((f) => [f.label, f.before, f.after]))).toContainEqual([
    '状态',
    '已审定',
    '待签收',
  ])
  expect((await of(await county.client('zhujianLiaison'))).status).toBe(404)
  expect((await of(await (await ledgerCounty(house)).client('dispatcher'))).status).toBe(404)
  const edit = await troupe.office.patch(`/libraries/matters/records/${matter.id}`, {
    version: matter.version,
    values: { title: '改' },
  })
  expect(edit.status).toBe(403)
})

it('a file follows the rights of the record that it hangs on', async () => {
  const keeper = await county.client('gongxinLiaison')
  const file = await uploadFile(keeper, '授权书')
  const town = await county.client('townLiaison')
  expect((await town.raw(`/files/${file}`)).status).toBe(404)
  const record = await create({ township: county.units.town.id })
  const stolen = await town.patch(`${path}/${record.id}`, { version: 0, values: { consent: [file] } })
  expect(stolen.status).toBe(400)
  const hung = await keeper.patch<RecordDetail>(`${path}/${record.id}`, { version: 0, values: { consent: [file] } })
  expect(hung.body.names['files']).toEqual({ [file]: '佐证.txt' })
  expect((await town.raw(`/files/${file}`)).status).toBe(200)
  const firm = await county.firm(record.id)
  expect((await firm.raw(`/files/${file}`)).status).toBe(200)
  for (const tail of ['history', 'at?date=2026-05-21'])
    expect((await firm.get(`${path}/${record.id}/${tail}`)).status).toBe(403)
  // Who sees it there may keep it there: a value put back names it again.
  const away = await town.patch<RecordDetail>(`${path}/${record.id}`, { version: 1, values: { consent: null } })
  expect(away.status).toBe(200)
  expect((await town.patch(`${path}/${record.id}`, { version: 2, values: { consent: [file] } })).status).toBe(200)
  expect((await (await county.client('zhujianLiaison')).raw(`/files/${file}`)).status).toBe(404)
})
