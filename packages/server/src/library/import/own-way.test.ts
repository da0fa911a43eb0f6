// Units and accounts from a spreadsheet: by the rules of their own actions, by the system administrator, and by nobody
// else.
import type { Import, LibraryItem, RecordPage } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../../db/actor.ts'
import { testHouse, type Client } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { commit, csvOf, rowsIn, send, upload } from '../testing/import-files.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: LedgerCounty
let admin: Client
beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
  admin = await county.client('admin')
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const unitHead = ['单位代码', '单位全称', '单位简称', '单位类型', '上级单位', '可以牵头']
const bring = (library: string, rows: string[][]): Promise<Import> =>
  upload(admin, library, csvOf(rows), `${library}.csv`)
const told = async (found: Import) =>
  (await rowsIn(admin, found)).items.map((r) => ({
    row: r.row,
    action: r.action,
    said: [...r.errors, ...r.warnings].map((p) => p.message),
  }))
const unitsOf = (where: string) =>
  owner.query<{ id: string; name: string; parent: string | null; may_lead: boolean; valid_from: string }>(
    `select id, name, parent, may_lead, valid_from::text from unit where county = $1 and ${where} order by id`,
    [county.code],
  )

describe('units', () => {
  it('new ones are opened and settings changed as ordered changes, with the file as their basis', async () => {
    const found = await bring('units', [
      unitHead,
      ['Z90', '县大数据发展中心', '大数据中心', '事业', '县发展和改革局', '是'],
      ['zhujian', '', '', '', '县工业和信息化局', '否'],
      ['town', '青田镇', '青田镇', '乡镇', '', '是'],
    ])
    expect(found.counts, JSON.stringify(found)).toMatchObject({ new: 1, change: 1, same: 1, invalid: 0 })
    const done = await commit(admin, found)
    expect(done.state, JSON.stringify(done.problem)).toBe('done')
    const [made] = await unitsOf(`code = 'Z90'`)
    expect(made).toMatchObject({ name: '县大数据发展中心', may_lead: true, valid_from: '2026-05-21' })
    expect(Number(made?.parent)).toBe(county.units.fagai.id)
    const [changed] = await unitsOf(`code = 'zhujian'`)
    expect([Number(changed?.parent), changed?.may_lead]).toEqual([county.units.gongxin.id, false])
    const orders = await owner.query<{ kind: string; basis: string; state: string }>(
      'select kind, basis, state from unit_change where county = $1 order by id',
      [county.code],
    )
    expect(orders).toEqual([
      { kind: 'open', basis: '导入“units.csv”', state: 'done' },
      { kind: 'change', basis: '导入“units.csv”', state: 'done' },
    ])
  })

  it('the same file again changes nothing', async () => {
    const found = await bring('units', [
      unitHead,
      ['Z90', '县大数据发展中心', '大数据中心', '事业', '县发展和改革局', '是'],
    ])
    expect(found.counts).toMatchObject({ new: 0, change: 0, same: 1 })
  })

  it('a name is not changed in passing, a circle not closed, an ended unit not touched, a name not given twice', async () => {
    await owner.query(`update unit set valid_to = '2026-01-01' where county = $1 and code = 'jiaoyu'`, [county.code])
    const found = await bring('units', [
      unitHead,
      ['fagai', '县发展改革委', '发展和改革局', '政府', '', '是'],
      ['gongxin', '', '', '', '县住房和城乡建设局', ''],
      ['jiaoyu', '', '', '事业', '', ''],
      ['Z91', '县税务局', '青田镇', '政府', '', '是'],
      ['坏代码', '县某局', '某局', '政府', '无此单位', '是'],
      ['Z92', '', '', '', '', ''],
      ['Z93', '县甲中心', '甲中心', '事业', '', '是'],
      ['Z94', '县甲中心', '甲二', '事业', '', '是'],
    ])
    const said = await told(found)
    expect(said.map((r) => r.action)).toEqual(Array.from({ length: 8 }, () => 'invalid'))
    expect(said[0]?.said).toEqual(['库里叫“县发展和改革局”；更名请在单位里办，要写依据和生效日期'])
    expect(said[1]?.said).toEqual(['上下级成了圈：不能放到自己的下级下面'])
    expect(said[2]?.said).toEqual(['“县教育局”已经撤并，不再改'])
    expect(said[3]?.said).toEqual(['现行单位“青田镇”（代码 town）已用这个名称；是同一个单位的，请填它的代码'])
    expect(said[4]?.said).toEqual(['找不到单位“无此单位”，请写名录里的名称', '代码用字母和数字，最长 20 位'])
    expect(said[5]?.said).toHaveLength(3)
    expect(said[6]?.said).toEqual(['第 8、9 行的单位全称相同，请核对后只留一行'])
  })

  it('other names and order come in, superiors that the same file opens are found by code and by name', async () => {
    const head = ['上级单位', '单位代码', '单位全称', '单位简称', '别名', '单位类型', '可以牵头', '排序']
    const found = await bring('units', [
      head,
      ['Z72', 'Z73', '县数据资源三科', '数据三科', '三科、资源科', '事业', '否', ''],
      ['县数据资源中心', 'Z72', '县数据资源二科', '数据二科', '', '事业', '否', '77'],
      ['县发展和改革局', 'Z71', '县数据资源中心', '数据资源中心', '', '事业', '是', ''],
      ['县数据资源中心', 'zhujian', '', '', '住建委', '', '', ''],
    ])
    expect(await told(found)).toEqual([
      { row: 2, action: 'new', said: [] },
      { row: 3, action: 'new', said: [] },
      { row: 4, action: 'new', said: [] },
      { row: 5, action: 'change', said: [] },
    ])
    const page = await rowsIn(admin, found)
    expect(page.names['units']?.['-4']).toBe('第 4 行新设的单位')
    const done = await commit(admin, found)
    expect(done.state, JSON.stringify(done.problem)).toBe('done')
    const made = await owner.query<{ code: string; above: string; aliases: string[]; position: number }>(
      `select u.code, p.code as above, u.aliases, u.position from unit u join unit p on p.id = u.parent
       where u.county = $1 and u.code in ('Z71', 'Z72', 'Z73', 'zhujian') order by u.code`,
      [county.code],
    )
    expect(made.map((m) => [m.code, m.above])).toEqual([
      ['Z71', 'fagai'],
      ['Z72', 'Z71'],
      ['Z73', 'Z72'],
      ['zhujian', 'Z71'],
    ])
    expect(made[2]?.aliases).toEqual(['三科', '资源科'])
    expect(made[1]?.position).toBe(77)
    // Without a place of their own they stand in the order of the file.
    expect(made[2]?.position).toBeLessThan(made[0]?.position ?? 0)
    expect(made[3]?.aliases).toEqual(['住建委'])
  })

  it('what is exported is imported without a change, ended units and their heirs too', async () => {
    await owner.query(`update unit set successor = $2, parent = $3 where county = $1 and code = 'jiaoyu'`, [
      county.code,
      county.units.fagai.id,
      county.units.office.id,
    ])
    const file = await admin.raw(
      '/libraries/units/export?format=xlsx&columns=code,name,short,aliases,kind,parent,mayLead,validFrom,validTo,successor,position',
    )
    expect(file.status).toBe(200)
    const found = await upload(admin, 'units', new Uint8Array(await file.arrayBuffer()), '单位.xlsx')
    expect(found.counts, JSON.stringify(await told(found))).toMatchObject({ new: 0, change: 0, invalid: 0, warned: 0 })
    expect(found.counts?.same).toBeGreaterThan(6)
    await owner.query(`update unit set successor = null, parent = null where county = $1 and code = 'jiaoyu'`, [
      county.code,
    ])
  })

  it('a circle of new rows, a superior whose row is wrong or comes later, an alias that another bears', async () => {
    const head = [...unitHead, '别名', '设立日期']
    const found = await bring('units', [
      head,
      ['Z61', '县甲一中心', '甲一', '事业', 'Z62', '是', '', ''],
      ['Z62', '县甲二中心', '甲二所', '事业', '县甲三中心', '是', '', ''],
      ['Z63', '县甲三中心', '甲三', '事业', '县甲一中心', '是', '', ''],
      ['Z64', '县甲四中心', '甲四', '事业', '甲三', '是', '', ''],
      ['Z65', '县甲五中心', '甲五', '事业', '', '是', '', '2027-01-01'],
      ['Z66', '县甲六中心', '甲六', '事业', 'Z65', '是', '', ''],
      ['Z67', '县甲七中心', '甲七', '事业', '县甲七中心', '是', '', ''],
      ['Z68', '县甲八中心', '甲八', '事业', '', '是', '青田镇', ''],
    ])
    const ring = '上下级成了圈：第 2、3、4 行互为上级，请核对'
    expect((await told(found)).map((r) => r.said)).toEqual([
      [ring],
      [ring],
      [ring],
      ['上级单位在第 4 行，那一行有问题，请先改正'],
      [],
      ['上级单位在第 6 行，要到 2027-01-01 才设立；请等设立后再导入'],
      ['上下级成了圈：不能放到自己的下级下面'],
      ['“青田镇”是现行单位“青田镇”（代码 town）的名称，不能作别名'],
    ])
  })

  it('what the circle was made of is told when it came about after the preview', async () => {
    const found = await bring('units', [unitHead, ['office', '', '', '', '县金融发展服务中心', '']])
    expect(found.counts).toMatchObject({ change: 1 })
    await owner.query('update unit set parent = $1 where county = $2 and code = $3', [
      county.units.office.id,
      county.code,
      'jinrong',
    ])
    const after = await commit(admin, found)
    expect(after.state).not.toBe('done')
    expect(after.problem?.message).toMatch(/圈|下级|有变动|变/)
    expect((await unitsOf(`code = 'office'`))[0]?.parent).toBeNull()
  })
})

describe('accounts', () => {
  const head = ['登录名', '姓名', '所在单位', '角色', '数据范围']
  it('come in waiting for the security administrator, with their names sealed', async () => {
    const login = `Xin.${county.code}`
    const found = await bring('accounts', [head, [login, '李新', '县发展和改革局', '联络员', '全县']])
    const said = await told(found)
    expect(said, JSON.stringify(found)).toEqual([
      { row: 2, action: 'new', said: ['由安全管理员审批时定，不从表格导入'] },
    ])
    const staged = await owner.query<{ text: string }>('select i::text as text from import_row i where import = $1', [
      found.id,
    ])
    expect(staged[0]?.text).not.toContain('李新')
    const done = await commit(admin, found)
    expect(done.state, JSON.stringify(done.problem)).toBe('done')
    const [row] = await owner.query<{ state: string; active: boolean; scope: string; text: string; opened: string }>(
      `select a.state, a.active, a.scope, a::text as text, o.name as opened
       from account a join account o on o.id = a.opened_by where a.county = $1 and a.name = $2`,
      [county.code, login.toLowerCase()],
    )
    expect(row).toMatchObject({ state: 'pending', active: false, opened: county.people.admin })
    expect(row?.scope).not.toBe('all')
    expect(row?.text).not.toContain('李新')
    const again = await bring('accounts', [head, [login, '李新', '县发展和改革局', '', '']])
    expect(again.counts).toMatchObject({ new: 0, same: 1, invalid: 0 })
  })

  it('a login that somebody of another county has is told before anything is written, and not whose it is', async () => {
    const elsewhere = await ledgerCounty(house)
    const found = await bring('accounts', [
      head,
      [elsewhere.people.townHead.toUpperCase(), '李别', '青田镇', '联络员', ''],
    ])
    const [row] = await told(found)
    expect(row).toMatchObject({ action: 'invalid', said: ['这个登录名已经有人用了，请换一个（可加单位缩写）'] })
    // Asked by anybody else, the function tells nothing.
    const actor = (post: 'security-admin' | 'system-admin') => ({
      ...systemActor(county.code, 'test'),
      scope: 'none' as const,
      post,
    })
    const taken = (post: 'security-admin' | 'system-admin') =>
      house.db.withActor(
        actor(post),
        async (trx) => (await sql`select login_taken(array[${elsewhere.people.townHead}])`.execute(trx)).rows.length,
      )
    expect([await taken('security-admin'), await taken('system-admin')]).toEqual([0, 1])
  })

  it('are not moved, renamed or doubled by a file', async () => {
    const found = await bring('accounts', [
      head,
      [county.people.townHead, '', '县发展和改革局', '', ''],
      [county.people.dispatcher, '换个人', '', '', ''],
      ['坏 名', '王一', '青田镇', '', ''],
      ['wang.er', '王二', '县教育局', '联络员', ''],
      ['wang.san', '王三', '青田镇', '联络员', ''],
      ['WANG.SAN', '王三', '青田镇', '联络员', ''],
    ])
    const said = await told(found)
    expect(said.map((r) => r.action)).toEqual(Array.from({ length: 6 }, () => 'invalid'))
    expect(said[0]?.said).toEqual(['账号已有，换岗请在账号里办'])
    expect(said[1]?.said).toEqual(['账号已有，改姓名请在账号里办；换人要另开账号'])
    expect(said[4]?.said).toEqual(['第 6、7 行的登录名相同，请核对后只留一行'])
  })

  it('their history is in the ledger for the administrators', async () => {
    const page = await admin.get<RecordPage>('/libraries/accounts/records?limit=200')
    expect(page.status).toBe(200)
    const of = page.body.items.find((i) => i.values['name'] === `xin.${county.code}`)
    const history = await admin.get<object>(`/libraries/accounts/records/${of?.id}/history`)
    expect(history.status, JSON.stringify(history.body)).toBe(200)
    expect(JSON.stringify(history.body)).not.toContain('李新')
    const units = await (await county.client('security')).get<RecordPage>('/libraries/units/records?limit=200')
    const changed = units.body.items.find((i) => i.id === county.units.zhujian.id)
    const past = await admin.get<object>(`/libraries/units/records/${changed?.id}/history`)
    expect(JSON.stringify(past.body)).toContain('上级单位')
  })
})

describe('nobody else imports them', () => {
  const file = csvOf([unitHead, ['Z99', '县某局', '某局', '政府', '', '是']])
  it.each(['dispatcher', 'gongxinHead', 'townLiaison', 'leader', 'security', 'auditor'] as const)('%s', async (who) => {
    const client = await county.client(who)
    expect((await send(client, 'units', file, 'u.csv')).status).toBe(403)
    expect([403, 404]).toContain((await send(client, 'accounts', file, 'a.csv')).status)
    expect(await unitsOf(`code = 'Z99'`)).toEqual([])
  })

  it.each(['dispatcher', 'gongxinHead', 'townLiaison', 'leader'] as const)('%s meets no accounts', async (who) => {
    const client = await county.client(who)
    const { items } = (await client.get<{ items: LibraryItem[] }>('/libraries')).body
    expect(items.map((l) => l.id)).not.toContain('accounts')
    expect((await client.get('/libraries/accounts/records')).status).toBe(404)
  })

  it('another administrator sees nothing of a file under way', async () => {
    const found = await bring('units', [unitHead, ['Z98', '县某局', '某局', '政府', '', '是']])
    const security = await county.client('security')
    for (const path of ['', '/rows'])
      expect([403, 404]).toContain((await security.get(`/libraries/units/imports/${found.id}${path}`)).status)
  })
})
