// Who keeps a ledger: given by the office alone, at work with the next request, on record.
import type { LibraryItem, LibrarySetting, RecordPage } from '@yipanqi/model/libraries/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testHouse, type Answer } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'

interface Refused {
  error: { code: string; message: string; why: string; who: unknown[]; fields?: { path: string; message: string }[] }
}

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: LedgerCounty
beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
  const office = await county.client('dispatcher')
  const values = { name: '青禾第一机械有限公司', township: county.units.town.id }
  const made = await office.post('/libraries/enterprises/records', { values })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const path = '/libraries/enterprises/setting'
type Who = Parameters<LedgerCounty['client']>[0]
const setting = async (who: Who = 'dispatcher') => (await (await county.client(who)).get<LibrarySetting>(path)).body
const give = async (keepers: readonly number[], who: Who = 'dispatcher', version?: number) =>
  (await county.client(who)).patch<LibrarySetting>(path, { version: version ?? (await setting()).version, keepers })
const refusal = (answer: Answer<unknown>) => [answer.status, (answer.body as Refused).error?.code]
const seen = async (who: Who) =>
  (await (await county.client(who)).get<RecordPage>('/libraries/enterprises/records')).body.items.length

describe('keepers', () => {
  it('are told to every reader, and which of them may change it', async () => {
    expect(await setting()).toMatchObject({ keepers: [{ name: '县工业和信息化局' }], version: 0, mayChange: true })
    expect(await setting('zhujianLiaison')).toMatchObject({ keepers: [{ short: '工业和信息化局' }], mayChange: false })
  })

  it('see all rows with their next request, and no longer when the ledger goes to others', async () => {
    expect([await seen('zhujianLiaison'), await seen('gongxinLiaison')]).toEqual([0, 1])
    const given = await give([county.units.zhujian.id])
    expect(given.body).toMatchObject({ keepers: [{ id: county.units.zhujian.id }], version: 1 })
    expect([await seen('zhujianLiaison'), await seen('gongxinLiaison')]).toEqual([1, 0])
    const list = await (await county.client('dispatcher')).get<{ items: LibraryItem[] }>('/libraries')
    expect(list.body.items.find((l) => l.id === 'enterprises')?.keepers).toEqual(['住房和城乡建设局'])
    await give([county.units.gongxin.id])
    expect([await seen('zhujianLiaison'), await seen('gongxinLiaison')]).toEqual([0, 1])
  })

  it('stand in the audit with who, before and after', async () => {
    const before = await setting()
    await give([county.units.gongxin.id, county.units.jinrong.id])
    const [row] = await owner.query<{ op: string; account: string | null; text: string }>(
      `select op, account, audit::text as text from audit where county = $1 and tbl = 'library_setting' order by id desc limit 1`,
      [county.code],
    )
    expect(row?.op).toBe('U')
    expect(row?.account).not.toBeNull()
    expect(row?.text).toContain(String(county.units.jinrong.id))
    const same = await give([county.units.gongxin.id, county.units.jinrong.id])
    expect(same.body.version).toBe(before.version + 1)
  })

  it('may be nobody', async () => {
    const none = await give([])
    expect(none.body.keepers).toEqual([])
    expect((await give([county.units.gongxin.id])).body.keepers).toHaveLength(1)
  })

  it('are told stale when somebody gave it meanwhile; of two at once one is told so', async () => {
    const { version } = await setting()
    expect(refusal(await give([county.units.town.id], 'dispatcher', version + 1))).toEqual([409, 'stale'])
    const [one, two] = await Promise.all([
      give([county.units.town.id], 'dispatcher', version),
      give([county.units.jinrong.id], 'dispatcher', version),
    ])
    expect([one?.status, two?.status].sort()).toEqual([200, 409])
    await give([county.units.gongxin.id])
  })

  it('have to be units of the county that still stand, each once', async () => {
    const other = await ledgerCounty(house)
    await owner.query('update unit set valid_to = $1 where county = $2 and id = $3', [
      '2026-01-01',
      county.code,
      county.units.jiaoyu.id,
    ])
    const ended = await give([county.units.gongxin.id, county.units.jiaoyu.id])
    expect(refusal(ended)).toEqual([400, 'invalid'])
    expect((ended.body as unknown as Refused).error.fields).toEqual([
      { path: 'keepers.1', message: '县教育局已经撤并，请选承接它的单位' },
    ])
    expect(refusal(await give([other.units.town.id]))).toEqual([400, 'invalid'])
    expect(refusal(await give([county.units.town.id, county.units.town.id]))).toEqual([400, 'invalid'])
    expect(refusal(await give(Array.from({ length: 11 }, (_, i) => i + 1)))).toEqual([400, 'invalid'])
  })
})

describe('others do not give a ledger away', () => {
  it.each(['gongxinHead', 'gongxinLiaison', 'townHead', 'leader', 'party'] as const)('%s', async (who) => {
    const { version } = await setting()
    const answer = await give([county.units.town.id], who, version)
    expect(refusal(answer)).toEqual([403, 'forbidden'])
    expect((answer.body as unknown as Refused).error).toMatchObject({ who: [{ unit: null, post: 'dispatcher' }] })
    expect((await setting()).version).toBe(version)
  })

  it.each(['admin', 'security', 'auditor'] as const)('%s does not even meet it', async (who) => {
    expect((await (await county.client(who)).get(path)).status).toBe(404)
    expect((await give([county.units.town.id], who, 0)).status).toBe(404)
  })

  it('nor does a firm', async () => {
    const { items } = (await (await county.client('dispatcher')).get<RecordPage>('/libraries/enterprises/records')).body
    const firm = await county.firm(items[0]?.id as number)
    expect(refusal(await firm.patch(path, { version: 0, keepers: [] }))).toEqual([403, 'forbidden'])
  })

  it('nor has a table made by hand any keepers', async () => {
    const office = await county.client('dispatcher')
    const answer = await office.patch('/libraries/matters/setting', { version: 0, keepers: [county.units.town.id] })
    expect(refusal(answer)).toEqual([403, 'forbidden'])
    expect((answer.body as unknown as Refused).error.why).toContain('办理过程')
  })
})
