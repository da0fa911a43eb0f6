// The end of a county's own ledger: said before to those concerned, asked to go on, and never the end of a row.
import type { Home } from '@yipanqi/model'
import type { RecordDetail, RecordPage } from '@yipanqi/model/libraries/index.ts'
import type { OwnDetail } from '@yipanqi/model/libraries/own/index.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testHouse, type Client } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'
import { formOf, upload } from '../testing/import-files.ts'
import { forgetOwnLedgers } from './own-ledgers.ts'
import { approve, draftOf, endsOn, fallowLand, openLedger, reason } from './testing.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: LedgerCounty
let owner: Owner
let office: Client
let keeper: Client

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
  office = await county.client('dispatcher')
  keeper = await county.client('zhujianLiaison')
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

interface Refused {
  error: { code: string; message: string; why: string }
}
const named = (name: string) => ({
  ...fallowLand,
  name,
  fields: fallowLand.fields.map((f) => ({ because: '测试用的栏目，各本互不相干', ...f })),
})
const waits = async (client: Client, own: string) =>
  (await client.get<Home>('/home')).body.waiting
    .filter((w) => w.own === own)
    .map(({ what, words, due }) => [what, words, due])
async function endOn(id: string, day: string): Promise<void> {
  await owner.query('update own_library set ends_on = $3 where county = $1 and id = $2', [county.code, id, day])
  forgetOwnLedgers(county.code)
}
const get = async (id: string) => (await keeper.get<OwnDetail>(`/own-libraries/${id}`)).body

describe('待我办', () => {
  it('has what waits for an approver, but never what they wrote themselves', async () => {
    const { body: drafted } = await keeper.post<OwnDetail>('/own-libraries', draftOf(named('测待批')))
    expect(await waits(office, drafted.id)).toEqual([])
    await keeper.post(`/own-libraries/${drafted.id}/propose`, { version: drafted.version })
    const asked = [['approve-own', '自建台账待审批', null]]
    expect(await waits(office, drafted.id)).toEqual(asked)
    expect((await office.get<Home>('/home')).body.waitingTotal).toBeGreaterThanOrEqual(1)
    for (const other of ['zhujianLiaison', 'gongxinHead', 'townLiaison', 'leader', 'admin', 'auditor'] as const)
      expect([other, await waits(await county.client(other), drafted.id)]).toEqual([other, []])
    const { body: own } = await office.post<OwnDetail>('/own-libraries', draftOf(named('测自写')))
    await office.post(`/own-libraries/${own.id}/propose`, { version: own.version })
    expect(await waits(office, own.id)).toEqual([])
    const elsewhere = await (await ledgerCounty(house)).client('dispatcher')
    expect(await waits(elsewhere, drafted.id)).toEqual([])
  })

  it('says an end a month and a week before, to who drafted and who approved', async () => {
    const own = await openLedger(keeper, office, named('测提醒'))
    for (const [day, words] of [
      ['2026-06-21', null],
      ['2026-06-20', '自建台账快到期'],
      ['2026-05-28', '自建台账马上到期'],
      ['2026-05-21', '自建台账马上到期'],
    ] as const) {
      await endOn(own.id, day)
      const said = words === null ? [] : [['renew-own', words, day]]
      expect([day, await waits(keeper, own.id), await waits(office, own.id)]).toEqual([day, said, said])
    }
    // Who approved it decided that it would end; the drafter is told that it has.
    await endOn(own.id, '2026-05-20')
    expect(await waits(keeper, own.id)).toEqual([['renew-own', '自建台账已到期停用', '2026-05-20']])
    expect(await waits(office, own.id)).toEqual([])
    expect(await waits(await county.client('gongxinLiaison'), own.id)).toEqual([])
  })

  it('goes to the unit where the drafter has left', async () => {
    const gongxin = await county.client('gongxinLiaison')
    const own = await openLedger(gongxin, office, named('测离岗'))
    await endOn(own.id, '2026-05-30')
    const head = await county.client('gongxinHead')
    expect(await waits(head, own.id)).toEqual([])
    await owner.query(
      `update account set unit = $2 where county = $1 and id = (select account from own_proposal where county = $1 and library = $3)`,
      [county.code, county.units.fagai.id, own.id],
    )
    expect(await waits(head, own.id)).toEqual([['renew-own', '自建台账快到期', '2026-05-30']])
  })

  it('is over when 续用 is handed in, or somebody stopped it', async () => {
    const own = await openLedger(keeper, office, named('测催完'))
    await endOn(own.id, '2026-05-30')
    const { body: stopped } = await office.post<OwnDetail>(`/own-libraries/${own.id}/stop`, {
      version: own.version,
      reason: '省里有了系统',
    })
    expect([stopped.state, await waits(keeper, own.id)]).toEqual(['ended', []])
  })
})

describe('续用', () => {
  it('is handed in as it stands with what is proposed, and approved by another', async () => {
    const own = await openLedger(keeper, office, named('测续用'))
    await endOn(own.id, '2026-05-30')
    const shown = await get(own.id)
    expect(shown.can).toContain('renew')
    expect(shown.renewal).toEqual({ endsOn: expect.stringMatching(/^202[67]-/), reason: `续用：${reason}` })
    const asked = { version: shown.version, ...shown.renewal }
    const { status, body: handed } = await keeper.post<OwnDetail>(`/own-libraries/${own.id}/renew`, asked)
    expect([status, handed.open?.state, handed.renewal]).toEqual([200, 'proposed', null])
    expect(handed.open?.definition).toEqual(shown.definition)
    expect(await waits(keeper, own.id)).toEqual([])
    expect(await waits(office, own.id)).toEqual([['approve-own', '自建台账待审批', null]])
    const again = await keeper.post<Refused>(`/own-libraries/${own.id}/renew`, { ...asked, version: handed.version })
    expect([again.status, again.body.error.message]).toEqual([409, '这本台账已有一个方案在办'])
    const { body: approved } = await office.post<OwnDetail>(`/own-libraries/${own.id}/decide`, {
      version: handed.version,
      decision: 'approve',
    })
    expect(approved).toMatchObject({ state: 'active', endsOn: asked.endsOn })
    expect(approved.versions).toHaveLength(2)
  })

  it('keeps to the county’s longest time, and asks for a day to come', async () => {
    const own = await openLedger(keeper, office, named('测续太久'))
    for (const [day, message] of [
      ['2030-01-01', /一次最多用 366 天/],
      ['2026-05-21', /要晚于今天/],
    ] as const) {
      const body = { version: own.version, endsOn: day, reason }
      const refused = await keeper.post<Refused>(`/own-libraries/${own.id}/renew`, body)
      expect([refused.status, refused.body.error.why]).toEqual([400, expect.stringMatching(message)])
    }
  })
})

describe('the end of a ledger', () => {
  it('is never the end of a row: all is read and exported as before, nothing is written, 续用 finds it whole', async () => {
    const rows = fc.array(
      fc.record({ f3: fc.integer({ min: 0, max: 9_000_000 }), f8: fc.constantFrom('', '复耕', '流转') }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    let n = 0
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (values, early) => {
        n += 1
        const own = await openLedger(keeper, office, named(`测不丢${n}`))
        const at = `/libraries/${own.id}`
        for (const [i, row] of values.entries())
          await keeper.post<RecordDetail>(`${at}/records`, {
            values: { ...row, f1: `地块${i}`, f2: county.units.town.id },
          })
        const waiting = await upload(
          keeper,
          own.id,
          new TextEncoder().encode('撂荒地块,撂荒亩数\n晚来的,3\n'),
          '晚.csv',
        )
        const before = await all(at)
        expect(before).toHaveLength(values.length)
        if (early) await keeper.post(`/own-libraries/${own.id}/stop`, { version: own.version, reason: '不用了' })
        else await endOn(own.id, '2026-01-01')
        expect(await all(at)).toEqual(before)
        const exported = await (await keeper.raw(`${at}/export?format=csv`)).text()
        for (const i of values.keys()) expect(exported).toContain(`地块${i}`)
        const first = before[0]
        const [record, version] = [first?.id, first?.version]
        const refused = [
          await keeper.post(`${at}/records`, { values: { f1: '新地块' } }),
          await keeper.patch(`${at}/records/${record}`, { version, values: { f8: '改' } }),
          await office.post(`${at}/records/${record}/remove`, { version, reason: '移出' }),
          await office.post(`${at}/bulk/preview`, { ids: [record], values: { f8: '改' }, reason: '批改' }),
          await keeper.post(`${at}/imports/${waiting.id}/commit`, { version: waiting.version, rows: 'all' }),
        ].map((answer) => answer.status)
        expect(refused).toEqual([403, 403, 403, 403, 403])
        const late = await keeper.raw(`${at}/imports`, {
          method: 'POST',
          body: formOf(new TextEncoder().encode('a'), 'a.csv'),
        })
        expect(late.status).toBe(403)
        expect(await all(at)).toEqual(before)
        const ended = await get(own.id)
        expect(ended.state).toBe('ended')
        const { body: handed } = await keeper.post<OwnDetail>(`/own-libraries/${own.id}/renew`, {
          version: ended.version,
          endsOn,
          reason,
        })
        await office.post(`/own-libraries/${own.id}/decide`, { version: handed.version, decision: 'approve' })
        expect(await all(at)).toEqual(before)
        expect((await keeper.post(`${at}/records`, { values: { f1: '新地块' } })).status).toBe(201)
      }),
      { numRuns: 3 },
    )
  })

  const all = async (at: string) => (await keeper.get<RecordPage>(`${at}/records?sort=f1&limit=50`)).body.items

  it('of additional fields: they are shown and exported, and no longer asked', async () => {
    const extra = { fields: [{ name: 'f1', label: '特产名录', kind: 'text', because: '' }] }
    const gongxin = await county.client('dispatcher')
    const head = await county.client('fagaiHead')
    await owner.query(
      `update county set settings = settings || '{"ownLedgers": {"approvers": ["unit-head"], "longestDays": 400}}' where code = $1`,
      [county.code],
    )
    const { body } = await gongxin.post<OwnDetail>('/own-libraries', draftOf(extra, { base: 'enterprises' }))
    const own = await approve(gongxin, head, body.id, body.version)
    await owner.query(`update county set settings = settings - 'ownLedgers' where code = $1`, [county.code])
    const { body: made } = await office.post<RecordDetail>('/libraries/enterprises/records', {
      values: { name: '特产企业', xf1: '茶油' },
    })
    await endOn(own.id, '2026-01-01')
    const { body: now } = await office.get<RecordDetail>(`/libraries/enterprises/records/${made.id}`)
    expect(now.values['xf1']).toBe('茶油')
    const written = await office.patch(`/libraries/enterprises/records/${made.id}`, {
      version: now.version,
      values: { xf1: '板栗' },
    })
    expect(written.status).toBe(400)
    const changed = await office.patch(`/libraries/enterprises/records/${made.id}`, {
      version: now.version,
      values: { name: '特产企业二' },
    })
    expect(changed.status).toBe(200)
    const exported = await (await office.raw('/libraries/enterprises/export?format=csv&columns=name,xf1')).text()
    expect(exported).toContain('茶油')
  })
})
