// From a file to the ledger and back: what a clerk does, against the real database.
import type { Import } from '@yipanqi/model/libraries/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testHouse, type Client } from '../../testing/harness.ts'
import { openOwner, type Owner } from '../../testing/snapshot.ts'
import {
  codeOf,
  commit,
  csvOf,
  rowsIn,
  rowsOf,
  send,
  settled,
  textsOf,
  upload,
  xlsxOf,
} from '../testing/import-files.ts'
import { ledgerCounty, type LedgerCounty } from '../testing/ledger-county.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let county: LedgerCounty
let keeper: Client
let owner: Owner

beforeAll(async () => {
  house = await testHouse()
  county = await ledgerCounty(house)
  keeper = await county.client('gongxinLiaison')
  owner = await openOwner()
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const code = (n: number) => codeOf(county.code, n)
const firms = () =>
  owner.query<{ id: string; name: string; credit_code: string | null; version: number; revenue: string | null }>(
    'select id, name, credit_code, version, revenue from enterprise where county = $1 order by id',
    [county.code],
  )
const heads = ['企业名称', '统一社会信用代码', '所属乡镇', '营业收入（万元）', '成立日期', '法定代表人', '企业联系电话']

describe('a clerk brings firms', () => {
  it('reads, shows, writes, and tells what it did', async () => {
    const file = await xlsxOf(
      heads.map((title) => ({ title, ...(title === '成立日期' ? { format: 'date' } : {}) })),
      [
        ['青禾机械有限公司', code(1), '青田镇', '1200.5', '2015-03-02', '周明远', '13812341234'],
        ['安泰纺织厂', code(2), '青田镇', '80', '2011-01-09', '李想', '0310-3123456'],
        ['博远建材', code(3), '没有的镇', '-5', '二〇一二年', '', ''],
      ],
      ['全县企业名单'],
    )
    const read = await upload(keeper, 'enterprises', file)
    expect(read).toMatchObject({ state: 'preview', headerRow: 2, counts: { total: 3, new: 2, invalid: 1 } })
    expect(read.columns.map((c) => [c.letter, c.field, c.by])).toContainEqual(['D', 'revenue', 'name'])
    expect(await firms()).toEqual([])

    const { items } = await rowsIn(keeper, read, '&only=invalid')
    expect(items.map((i) => [i.row, i.errors.map((e) => [e.head, e.message])])).toEqual([
      [
        5,
        [
          ['所属乡镇', '找不到单位“没有的镇”，请写名录里的名称'],
          ['营业收入', '不能是负数'],
          ['成立日期', '只写了年份 2012，请写到日，如 2012-01-05'],
        ],
      ],
    ])
    const refused = await keeper.post<{ error: { code: string; message: string } }>(
      `/libraries/enterprises/imports/${read.id}/commit`,
      { version: read.version, rows: 'all' },
    )
    expect([refused.status, refused.body.error.code]).toEqual([422, 'invalid-rows'])
    expect(await firms()).toEqual([])

    const done = await commit(keeper, read, 'valid')
    expect(done).toMatchObject({ state: 'done', chosen: 'valid', problem: null })
    const stored = await firms()
    expect(stored.map((f) => [f.name, f.credit_code, f.revenue])).toEqual([
      ['青禾机械有限公司', code(1), '1200500000'],
      ['安泰纺织厂', code(2), '80000000'],
    ])
    const record = await keeper.get<{ values: Record<string, unknown> }>(
      `/libraries/enterprises/records/${stored[0]?.id}`,
    )
    expect(record.body.values).toMatchObject({
      legalPerson: '周明远',
      contactPhone: '138****1234',
      foundedOn: '2015-03-02',
    })
    const found = await keeper.get<{ items: { values: { name: string } }[] }>(
      '/libraries/enterprises/records?search=qhjx',
    )
    expect(found.body.items.map((i) => i.values.name)).toEqual(['青禾机械有限公司'])

    const result = await rowsOf(await keeper.raw(`/libraries/enterprises/imports/${read.id}/result`))
    expect(result.map((r) => textsOf(r).at(-1))).toEqual([
      '处理结果',
      '已新增',
      '已新增',
      '没有导入：“所属乡镇”找不到单位“没有的镇”，请写名录里的名称；“营业收入”不能是负数；“成立日期”只写了年份 2012，请写到日，如 2012-01-05',
    ])
    expect(textsOf(result[1])[0]).toBe('青禾机械有限公司')
  })

  it('the same file again changes nothing', async () => {
    const file = await xlsxOf(heads, [
      ['青禾机械有限公司', code(1), '青田镇', '1200.5', '2015-03-02', '周明远', '138****1234'],
    ])
    const before = await firms()
    const one = await upload(keeper, 'enterprises', file)
    expect(one.counts).toMatchObject({ same: 1, new: 0, change: 0 })
    await commit(keeper, one)
    const again = await upload(keeper, 'enterprises', file)
    expect(again.notes).toEqual([expect.stringMatching(/^这份文件 5月21日 由测gongxinLiaison导入过，没有变化$/)])
    await commit(keeper, again)
    expect(await firms()).toEqual(before)
  })

  it('an empty cell changes nothing, 清空 takes away', async () => {
    const file = await xlsxOf(heads, [['', code(1), '', '清空', '', '清空', '']])
    const read = await upload(keeper, 'enterprises', file)
    const { items } = await rowsIn(keeper, read)
    expect(items[0]).toMatchObject({
      action: 'change',
      target: { title: '青禾机械有限公司' },
      before: { revenue: 1_200_500_000 },
      after: { revenue: null, legalPerson: null },
    })
    await commit(keeper, read)
    expect((await firms())[0]).toMatchObject({ name: '青禾机械有限公司', revenue: null })
  })

  it('mends a cell in place', async () => {
    const read = await upload(
      keeper,
      'enterprises',
      csvOf([heads, ['重阳食品', code(4), '清田镇', '3', '', '', '']]),
      '企业.csv',
    )
    expect(read.counts).toMatchObject({ invalid: 1 })
    const path = `/libraries/enterprises/imports/${read.id}/rows/2`
    const fixed = await keeper.patch<{ row: { action: string }; version: number; counts: object }>(path, {
      cells: { 2: '青田镇' },
    })
    expect(fixed.body).toMatchObject({ row: { action: 'new', fixed: true }, counts: { invalid: 0, new: 1 } })
    const done = await commit(keeper, { ...read, version: fixed.body.version })
    expect(done.state).toBe('done')
    const result = await rowsOf(await keeper.raw(`/libraries/enterprises/imports/${read.id}/result`))
    expect(textsOf(result[1])).toContain('青田镇')
  })

  it('remembers what the clerk says a column is', async () => {
    const file = csvOf([
      ['厂名', '代码', '乡里'],
      ['星河电子', code(5), '青田镇'],
      ['金穗粮油', code(6), '青田镇'],
      ['宝丰物流', code(7), '青田镇'],
    ])
    const read = await upload(keeper, 'enterprises', file, '名册.csv')
    // The code is told by its content; nobody knows what the others are.
    expect(read.columns.map((c) => [c.field, c.by])).toEqual([
      [null, null],
      ['creditCode', 'content'],
      [null, null],
    ])
    expect(read.missing).toEqual([{ field: 'name', label: '企业名称' }])
    const patched = await keeper.patch<Import>(`/libraries/enterprises/imports/${read.id}`, {
      version: read.version,
      columns: [
        { index: 0, field: 'name' },
        { index: 2, field: 'township' },
      ],
    })
    expect(patched.status).toBe(200)
    const now = await settled(keeper, 'enterprises', read.id)
    expect(now.counts).toMatchObject({ new: 3, invalid: 0 })
    await keeper.post(`/libraries/enterprises/imports/${read.id}/cancel`, { version: now.version })
    const later = await upload(keeper, 'enterprises', file, '名册.csv')
    expect(later.columns.map((c) => [c.field, c.by])).toEqual([
      ['name', 'remembered'],
      ['creditCode', 'content'],
      ['township', 'remembered'],
    ])
    expect(await firms()).toHaveLength(3)
  })

  it('what is none of a table is told at the door, and nothing is kept', async () => {
    const before = await owner.snapshot(county.code)
    const answer = await send(keeper, 'enterprises', Buffer.from('MZ\x90\x00 a program'), '企业.xlsx')
    expect(answer.status).toBe(415)
    expect(await owner.snapshot(county.code)).toEqual(before)
  })
})
