// The county's own classifications: read from the files that counties have, replaced whole or not at all, used wherever
// a code is shown.
import type { CodeNode, CodeTableItem, RecordPage } from '@yipanqi/model/libraries/index.ts'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testHouse } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import { systemActor } from '../../db/actor.ts'
import { makeXlsx } from '../../sheets/testing/make-xlsx.ts'
import { commit, csvOf, rowsIn, upload } from '../testing/import-files.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'
import { openCodes } from './read-tables.ts'

type Who = Parameters<LedgerCounty['client']>[0]
interface Refused {
  error: { code: string; message: string; why: string; who: unknown[]; fields?: { path: string; message: string }[] }
}

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: LedgerCounty
let other: LedgerCounty
beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await ledgerCounty(house)
  other = await ledgerCounty(house)
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

async function bring(table: string, content: string | Uint8Array, who: Who = 'dispatcher', name = '代码.csv') {
  const form = new FormData()
  form.set('file', new File([typeof content === 'string' ? content : Buffer.from(content)], name))
  const response = await (await county.client(who)).raw(`/code-tables/${table}`, { method: 'POST', body: form })
  return { status: response.status, body: (await response.json()) as { items: CodeTableItem[] } & Refused }
}
const nodes = async (path: string, of: LedgerCounty = county) =>
  (await (await of.client('dispatcher')).get<{ items: CodeNode[] }>(path)).body.items.map((n) => `${n.code} ${n.name}`)
const tables = async (who: Who = 'dispatcher') =>
  (await (await county.client(who)).get<{ items: CodeTableItem[] }>('/code-tables')).body.items

const industries = '行业代码,名称\n135,屠宰及肉类加工\n1351,牲畜屠宰\n1352,禽类屠宰\n'
const places =
  '统计用区划代码,城乡分类代码,名称\n000638000000,,青禾县\n000638101000,,青田镇\n000638101201,220,河东村\n000638102000,,白水乡\n000638102201,220,河东村\n'

describe('before any file', () => {
  it('门类 and 大类 are there, and say that nothing is below', async () => {
    expect(await tables()).toEqual([
      {
        table: 'industry',
        name: '国民经济行业分类',
        shipped: '20 门类、97 大类',
        own: null,
        mayChange: true,
      },
      { table: 'division', name: '行政区划', shipped: '', own: null, mayChange: true },
    ])
    expect(await nodes('/code-tables/industry')).toHaveLength(20)
    expect((await nodes('/code-tables/industry?under=C'))[0]).toBe('C13 农副食品加工业')
    expect(await nodes('/code-tables/industry?under=C13')).toEqual([])
    expect(await nodes('/code-tables/division')).toEqual([])
    expect(await nodes(`/code-tables/industry?q=${encodeURIComponent('食品')}`)).toContain('C14 食品制造业')
  })
})

describe('a file', () => {
  it('adds 中类 and 小类, which every list then names behind the code', async () => {
    const answer = await bring('industry', industries)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(answer.body.items[0]).toMatchObject({ own: { counts: '1 中类、2 小类', rows: 3, fileName: '代码.csv' } })
    expect(await nodes('/code-tables/industry?under=C13')).toEqual(['C135 屠宰及肉类加工'])
    expect(await nodes('/code-tables/industry?under=C135')).toEqual(['C1351 牲畜屠宰', 'C1352 禽类屠宰'])
    expect(await nodes(`/code-tables/industry?q=${encodeURIComponent('屠宰')}`)).toHaveLength(3)
    const office = await county.client('dispatcher')
    const values = { name: '青禾肉联厂', industry: 'C1351', township: county.units.town.id }
    expect((await office.post('/libraries/enterprises/records', { values })).status).toBe(201)
    const page = await office.get<RecordPage>('/libraries/enterprises/records')
    expect(page.body.names['industry']).toEqual({ C1351: '牲畜屠宰' })
    const groups = await office.get<{ rows?: unknown; items?: unknown }>('/libraries/enterprises/groups?by=industry')
    expect(JSON.stringify(groups.body)).toContain('C1351 牲畜屠宰')
  })

  it('brings townships and villages, asked level by level and by name', async () => {
    expect((await bring('division', places, 'admin')).body.items[1]).toMatchObject({
      own: { counts: '1 县级及以上、2 乡镇级、2 村级' },
    })
    expect(await nodes('/code-tables/division')).toEqual(['000638 青禾县'])
    expect(await nodes('/code-tables/division?under=000638')).toEqual(['000638101 青田镇', '000638102 白水乡'])
    expect(await nodes('/code-tables/division?under=000638101')).toEqual(['000638101201 河东村'])
    const code = await house.db.withActor(systemActor(county.code, 'test'), (trx) => openCodes(trx, county.code))
    expect([
      code('division', '青田镇'),
      code('division', '河东村'),
      code('division', '白水乡河东村'),
      code('industry', '禽类屠宰'),
      code('industry', 'A01'),
      code('industry', '无此业'),
    ]).toEqual(['000638101', null, '000638102201', 'C1352', 'A01', null])
  })

  it('is what an import reads names by and an export writes', async () => {
    const office = await county.client('dispatcher')
    const found = await upload(
      office,
      'enterprises',
      csvOf([
        ['企业名称', '行业', '所属乡镇'],
        ['青禾禽业', '禽类屠宰', '青田镇'],
        ['青禾某业', '无此业', '青田镇'],
        ['青禾水产', '1362', '青田镇'],
      ]),
      '企业.csv',
    )
    const { items } = await rowsIn(office, found)
    expect(items.map((r) => r.action)).toEqual(['new', 'invalid', 'new'])
    expect(items[2]?.warnings.map((w) => w.message)).toEqual(['县里的行业分类表没有 C1362，请核对'])
    expect((await commit(office, found, 'valid')).state).toBe('done')
    const response = await office.raw('/libraries/enterprises/export?columns=name,industry&format=csv')
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('青禾禽业,C1352 禽类屠宰')
  })

  it("of a county is that county's alone", async () => {
    expect(await nodes('/code-tables/industry?under=C13', other)).toEqual([])
    expect(await nodes('/code-tables/division', other)).toEqual([])
  })

  it('replaces the one before as a whole', async () => {
    await bring('industry', '行业代码,名称\n136,水产品加工\n')
    expect(await nodes('/code-tables/industry?under=C13')).toEqual(['C136 水产品加工'])
    const [row] = await owner.query<{ version: number; n: number }>(
      `select t.version, (select count(*)::int from code_name n where n.county = t.county and n.tbl = t.tbl) as n
       from code_table t where t.county = $1 and t.tbl = 'industry'`,
      [county.code],
    )
    expect(row).toEqual({ version: 1, n: 1 })
    const audited = await owner.query(`select 1 from audit where county = $1 and tbl = 'code_table'`, [county.code])
    expect(audited.length).toBeGreaterThanOrEqual(3)
  })

  it('with wrong rows changes nothing and tells each by its row in the sheet', async () => {
    const before = await tables()
    const answer = await bring('industry', '国民经济行业\n行业代码,名称\n135,屠宰\n1361,无上级\n135,重复\n99,没有\n')
    expect([answer.status, answer.body.error.code]).toEqual([422, 'wrong-rows'])
    expect(answer.body.error.message).toBe('国民经济行业分类有 3 处不对，没有更换')
    expect(answer.body.error.fields?.map((f) => f.path)).toEqual(['第 4 行', '第 5 行', '第 6 行'])
    expect(await tables()).toEqual(before)
    expect(await nodes('/code-tables/industry?under=C13')).toEqual(['C136 水产品加工'])
  })

  it.each([
    ['没有表头', '甲,乙\n1,2\n', 'empty'],
    [
      '只有门类、大类',
      '行业代码,名称\nA,农、林、牧、渔业\n01,农业\n'.replace('农、林、牧、渔业', '"农、林、牧、渔业"'),
      'empty',
    ],
    ['改名的程序', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff]), null],
    ['空文件', '', null],
    ['涉密的标志', '机密★\n行业代码,名称\n135,屠宰\n', null],
  ])('%s is refused in Chinese', async (_, content, code) => {
    const before = await tables()
    const answer = await bring('industry', content)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    if (code) expect(answer.body.error.code).toBe(code)
    expect(answer.body.error.message).toMatch(/[一-鿿]/)
    expect(await tables()).toEqual(before)
  })

  it.each(['/code-tables/industry?under=%27', '/code-tables/nothing', '/code-tables/industry?under=C13%25'])(
    '%s is no question',
    async (path) => {
      expect((await (await county.client('dispatcher')).get(path)).status).toBe(400)
    },
  )
})

const reference = join(process.env['YIPANQI_SHARED'] ?? '../shared', 'reference/gbt4754-2017.json')
describe('the form in which the standard is printed', () => {
  it.skipIf(!existsSync(reference))('a workbook with a column for each level is read whole', async () => {
    const rows = JSON.parse(readFileSync(reference, 'utf8')) as { level: number; code: string; name: string }[]
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
    const line = (cells: string[], n: number) =>
      `<row r="${n}">${cells.map((text, i) => (text === '' ? '' : cell(text).replace('<c ', `<c r="${'ABCDE'[i]}${n}" `))).join('')}</row>`
    const lines = rows.map((r, i) => line([1, 2, 3, 4].map((l) => (l === r.level ? r.code : '')).concat(r.name), i + 2))
    const bytes = makeXlsx({ rows: line(['门类', '大类', '中类', '小类', '类别名称'], 1) + lines.join('') })
    const answer = await bring('industry', bytes, 'dispatcher', 'GBT4754.xlsx')
    expect(answer.status, JSON.stringify(answer.body).slice(0, 500)).toBe(200)
    expect(answer.body.items[0]?.own?.counts).toBe('473 中类、1380 小类')
  })
})

describe('others bring no table', () => {
  it.each(['security', 'auditor', 'leader', 'party', 'gongxinHead', 'townLiaison'] as const)('%s', async (who) => {
    const answer = await bring('industry', industries, who)
    expect([answer.status, answer.body.error.code]).toEqual([403, 'forbidden'])
    expect(answer.body.error.who).toEqual([{ unit: null, post: 'dispatcher' }])
    expect((await tables(who)).map((t) => t.mayChange)).toEqual([false, false])
  })
})
