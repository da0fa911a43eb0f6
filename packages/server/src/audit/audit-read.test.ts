// The audit administrator's view: who changed what, in Chinese, and whether the seal holds.
import type { AuditItem, AuditState, AuditVerdict, Page, UnitFull } from '@yipanqi/model'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { headAppender, readSealKey } from '../db/audit/seal-key.ts'
import { sealCounty } from '../db/audit/seal.ts'
import type { House } from '../house.ts'
import { sealPlaces } from '../jobs/seal.ts'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../testing/harness.ts'
import { must } from '../testing/issued.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'
import { stageDocument, troupeOf } from '../testing/stage.ts'
import { columnName, tableName } from './words.ts'

let house: House & { close(): Promise<void> }
let owner: Owner
let county: TestCounty
let auditor: Client
let admin: Client

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await testCounty(house)
  auditor = await clientOf(house, county.people.auditor)
  admin = await clientOf(house, county.people.admin)
  await stageDocument(await troupeOf(house, county), '审计', 'issued')
  const { items } = await must<{ items: UnitFull[] }>(admin.get('/units/history'))
  const unit = items.find((u) => u.id === county.units.fagai.id) as UnitFull
  const change = {
    kind: 'change',
    unit: unit.id,
    version: unit.version,
    set: { mayLead: false, parent: county.units.office.id },
  }
  await must(admin.post('/unit-changes', { basis: '测委编〔2026〕9号', effectiveOn: '2026-05-21', ...change }), 201)
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const read = (query: string) => must<Page<AuditItem>>(auditor.get(`/audit?${query}`))

it('tells a change field by field, in the words of the screen', async () => {
  const { items } = await read('table=unit&op=U')
  expect(items[0]).toMatchObject({
    who: { account: county.people.admin, display: '测admin', post: '系统管理员' },
    op: 'U',
    table: { name: '单位' },
    key: '发展和改革局',
  })
  expect(items[0]?.fields).toEqual(
    expect.arrayContaining([
      { label: '可以牵头', from: '是', to: '否' },
      { label: '上级单位', from: '（空）', to: expect.stringContaining('财经') },
    ]),
  )
})

it('filters by day, account, table and administrators; pages meet each row once', async () => {
  expect((await read(`account=${county.people.admin}`)).items.every((i) => i.who.account === county.people.admin)).toBe(
    true,
  )
  expect((await read('account=nobody-here')).items).toEqual([])
  expect((await read('to=2020-01-01')).items).toEqual([])
  const admins = await read('admins=true&limit=200')
  expect(new Set(admins.items.map((i) => i.who.post))).toEqual(new Set(['系统管理员']))
  const all: number[] = []
  for (let after = ''; ; ) {
    const page = await read(`limit=40${after}`)
    all.push(...page.items.map((i) => i.id))
    if (!page.next) break
    after = `&after=${page.next}`
  }
  const [row] = await owner.query<{ n: string }>('select count(*) as n from audit where county = $1', [county.code])
  expect([all.length, new Set(all).size]).toEqual([Number(row?.n), Number(row?.n)])
})

it('shows no personal facts and nothing of another county', async () => {
  const elsewhere = await testCounty(house)
  const other = await clientOf(house, elsewhere.people.auditor)
  const theirs = await must<Page<AuditItem>>(other.get('/audit?limit=200'))
  expect(JSON.stringify(theirs)).not.toContain('审计项目库')
  const people = (await read('table=account&limit=200')).items.flatMap((i) =>
    i.fields.filter((f) => f.label === '姓名、电话'),
  )
  expect(new Set(people.map((f) => f.to))).toEqual(new Set(['（个人信息，加密存放）']))
})

it('verifies the seal, finds what was changed behind its back, and says how much waits', async () => {
  const places = sealPlaces(house.config)
  const seal = async () => {
    await sealCounty(house.db, county.code, readSealKey(places), headAppender(places))
    return must<AuditVerdict>(auditor.post('/audit/verify', undefined))
  }
  let good = await seal()
  // What is younger than the oldest open transaction waits: here another test file's, beside this one in the cluster.
  for (let i = 0; i < 100 && good.rows <= 50; i += 1) {
    await new Promise((settle) => setTimeout(settle, 300))
    good = await seal()
  }
  expect(good).toMatchObject({ ok: true, problems: [] })
  expect(good.rows).toBeGreaterThan(50)
  const state = await must<AuditState>(auditor.get('/audit/state'))
  expect(state.seals).toBe(good.seals)
  expect(state.tables.map((t) => t.name)).toContain('单位')
  await owner.query(
    `update audit set after = '{}' where county = $1 and id = (select min(id) from audit where county = $1 and op = 'I')`,
    [county.code],
  )
  const bad = await must<AuditVerdict>(auditor.post('/audit/verify', undefined))
  expect(bad.ok).toBe(false)
  expect(bad.problems[0]?.message).toMatch(/[一-鿿]/)
})

it('exports as a table that carries who and when, with nothing that a spreadsheet would run', async () => {
  await owner.query(`update unit set name = '=HYPERLINK("x")' where county = $1 and code = 'town'`, [county.code])
  const answer = await auditor.raw('/audit/export?table=unit')
  expect(answer.headers.get('Content-Type')).toContain('text/csv')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [first, head, ...rest] = bytes.subarray(3).toString().split('\r\n')
  expect(first).toContain(`导出人 ${county.people.auditor}`)
  expect(head).toContain('"栏目","原值","新值"')
  expect(rest.join('\n')).toContain(`"'=HYPERLINK(""x"")"`)
})

it('every audited table and column has its Chinese words', async () => {
  const rows = await owner.query<{ tbl: string; column: string }>(
    `select c.table_name as tbl, c.column_name as column from information_schema.columns c
     join pg_trigger t on t.tgname = 'audit_insert' and t.tgrelid = c.table_name::regclass
     where c.table_schema = 'public' and c.column_name not in
       ('county', 'revision', 'seen_by', 'verdict', 'progress', 'light_as_of', 'hash', 'invitation', 'secret', 'proposed', 'last_step', 'search', 'search_text', 'updated_at')`,
  )
  const unnamed = rows.filter((r) => tableName(r.tbl) === '其他表' || columnName(r.tbl, r.column) === '其他栏目')
  expect(unnamed.map((r) => `${r.tbl}.${r.column}`)).toEqual([])
})
