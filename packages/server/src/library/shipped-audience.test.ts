// Ledgers of finance and the economy over HTTP: who sees which rows, what is computed and summed, what is refused.
import type { RecordDetail } from '@yipanqi/model/libraries/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testHouse, type Answer } from '../testing/harness.ts'
import { ledgerCounty, type LedgerCounty } from './testing/ledger-county.ts'

type Who = Parameters<LedgerCounty['client']>[0]
interface Page {
  items: { id: number; values: Record<string, unknown> }[]
  names: Record<string, Record<string, string>>
}

let house: Awaited<ReturnType<typeof testHouse>>
let county: LedgerCounty
beforeAll(async () => {
  house = await testHouse()
  county = await ledgerCounty(house)
})
afterAll(() => house.close())

const wan = (n: number) => n * 1_000_000
async function post(library: string, values: object, who: Who = 'dispatcher'): Promise<Answer<RecordDetail>> {
  return (await county.client(who)).post<RecordDetail>(`/libraries/${library}/records`, { values })
}
async function made(library: string, values: object, who: Who = 'dispatcher'): Promise<number> {
  const answer = await post(library, values, who)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body.id
}
const seenBy = async (library: string, who: Who): Promise<number[]> => {
  const page = await (await county.client(who)).get<Page>(`/libraries/${library}/records`)
  return page.body.items.map((row) => row.id).toSorted((a, b) => a - b)
}
const refusal = (answer: Answer<unknown>) => [answer.status, (answer.body as { error?: { code: string } }).error?.code]

describe('credit balances', () => {
  let bank = 0
  let first = 0
  const balance = (month: string, loans: number) => ({
    institution: bank,
    month,
    loans: wan(loans),
    loansYearStart: wan(2_362_000),
    loansLastYear: wan(2_362_000),
    deposits: wan(3_862_000),
    supplier: county.units.shuiwu.id,
  })
  beforeAll(async () => {
    bank = await made('institutions', { name: '青禾试验银行', type: '城市商业银行' })
    first = await made('credit-balances', balance('2025-12', 2_634_000))
  })

  it('are computed exactly, named by their bank, and a bank has one row a month', async () => {
    const client = await county.client('dispatcher')
    const { body } = await client.get<RecordDetail>(`/libraries/credit-balances/records/${first}`)
    expect(body.values).toMatchObject({ added: wan(272_000), yearOnYear: 115_157, loanDepositRatio: 682_030 })
    expect(body.names['institutions']?.[bank]).toBe('青禾试验银行')
    expect(refusal(await post('credit-balances', balance('2025-12', 1)))).toEqual([409, 'duplicate'])
    expect(refusal(await post('credit-balances', { ...balance('2026-01', 1), added: 5 }))[0]).toBe(400)
  })

  it('are found by the name of their bank, as it is now, where the reader sees bank and balance', async () => {
    const other = await made('institutions', { name: '白水信用联社', type: '农村商业银行' })
    await made('credit-balances', { ...balance('2025-11', 1), institution: other })
    const office = await county.client('dispatcher')
    const found = async (words: string, who: Who = 'dispatcher') => {
      const page = await (await county.client(who)).get<Page>(
        `/libraries/credit-balances/records?search=${encodeURIComponent(words)}`,
      )
      expect(page.status, JSON.stringify(page.body)).toBe(200)
      return page.body.items.map((i) => i.values['institution'])
    }
    expect(await found('试验银行')).toEqual([bank])
    expect(await found('bsxy')).toEqual([other])
    expect(await found('没有的行')).toEqual([])
    expect(await found(String(bank))).toEqual([])
    const picked = await office.get<{ items: { title: string; subtitle: string }[] }>(
      `/libraries/credit-balances/find?q=${encodeURIComponent('白水')}`,
    )
    expect(picked.body.items.map((i) => i.title)).toEqual(['白水信用联社'])
    const count = await office.get<{ count: { value: number } }>(
      `/libraries/credit-balances/count?search=${encodeURIComponent('白水')}`,
    )
    expect(count.body.count.value).toBe(1)
    expect(await found('白水', 'townLiaison')).toEqual([])
    const renamed = { version: 0, values: { name: '白水农商银行' } }
    expect((await office.patch(`/libraries/institutions/records/${other}`, renamed)).status).toBe(200)
    expect(await found('信用联社')).toEqual([])
    expect(await found('白水农商')).toEqual([other])
  })

  it('sum up by month and supplier as the rows say', async () => {
    await made('credit-balances', balance('2026-01', 2_704_000))
    const { body } = await (await county.client('dispatcher')).get<{
      rows: { month: string; unit: number; sums: Record<string, number> }[]
    }>('/libraries/credit-balances/rollups/balance?from=2025-12-01&to=2026-01-31')
    expect(body.rows.map((r) => [r.month, r.unit, r.sums['loans'], r.sums['added']])).toEqual([
      ['2025-12', county.units.shuiwu.id, wan(2_634_000), wan(272_000)],
      ['2026-01', county.units.shuiwu.id, wan(2_704_000), wan(342_000)],
    ])
  })

  it('are shut to units that neither keep nor supply them', async () => {
    expect(await seenBy('credit-balances', 'townLiaison')).toEqual([])
    const town = await county.client('townLiaison')
    expect(refusal(await town.get(`/libraries/credit-balances/records/${first}`))).toEqual([404, 'not-found'])
  })
})

describe('micro-credits', () => {
  const loan = (number: string, unit: number) => ({
    number,
    household: `H${number}`,
    householdKind: '脱贫户',
    township: unit,
    amount: 50_000_00,
    balance: 50_000_00,
    issuedOn: '2025-06-01',
    dueOn: '2026-06-01',
    state: '在贷',
  })

  it('are seen by their own township and by no other unit', async () => {
    const own = await made('micro-credits', loan('甲1', county.units.town.id))
    await made('micro-credits', loan('甲2', county.units.zhujian.id))
    expect(await seenBy('micro-credits', 'townLiaison')).toEqual([own])
    expect(await seenBy('micro-credits', 'gongxinLiaison')).toEqual([])
  })

  it('have nowhere to put an identity number', async () => {
    const answer = await post('micro-credits', { ...loan('甲3', county.units.town.id), idNumber: '11010519491231002X' })
    expect(answer.status).toBe(400)
  })
})

describe('indicators', () => {
  let indicator = 0
  const value = (unit: number, kind: string, vintage = 1) => ({
    indicator,
    month: '2026-04',
    kind,
    vintage,
    growth: 81_000,
    leadUnit: unit,
  })
  beforeAll(async () => {
    indicator = await made('indicators', {
      code: 'GDTZ',
      name: '固定资产投资',
      field: '投资',
      measure: '%',
      basis: '增速',
      better: '越高越好',
      period: '月',
      leadUnit: county.units.fagai.id,
    })
  })

  it('are open to all, their figures only to the unit in charge', async () => {
    const forecast = await made('indicator-values', value(county.units.fagai.id, '部门预计数'), 'fagaiLiaison')
    expect(await seenBy('indicators', 'townLiaison')).toEqual([indicator])
    expect(await seenBy('indicator-values', 'fagaiLiaison')).toEqual([forecast])
    expect(await seenBy('indicator-values', 'townLiaison')).toEqual([])
  })

  it('take no figure for another unit, and a revision only beside the old one', async () => {
    const foreign = await post('indicator-values', value(county.units.fagai.id, '快报数'), 'townLiaison')
    expect(foreign.status).toBe(403)
    await made('indicator-values', value(county.units.fagai.id, '市反馈数'))
    expect(refusal(await post('indicator-values', value(county.units.fagai.id, '市反馈数')))).toEqual([
      409,
      'duplicate',
    ])
    await made('indicator-values', value(county.units.fagai.id, '市反馈数', 2))
  })
})

describe('what firms may see', () => {
  it('is their own guarantee, not their neighbour’s', async () => {
    const [mine, other] = [
      await made('enterprises', { name: '青禾甲厂' }),
      await made('enterprises', { name: '青禾乙厂' }),
    ]
    const contract = (enterprise: number) => ({
      number: `青担${enterprise}`,
      borrower: '某厂',
      borrowerKind: '小微企业',
      enterprise,
      amount: wan(100),
      outstanding: wan(80),
    })
    const own = await made('guarantees', { ...contract(mine), township: county.units.town.id })
    const foreign = await made('guarantees', contract(other))
    const firm = await county.firm(mine)
    const page = await firm.get<Page>('/libraries/guarantees/records')
    expect(page.body.items.map((row) => row.id)).toEqual([own])
    expect((await firm.get(`/libraries/guarantees/records/${foreign}`)).status).toBe(404)
  })

  it('and no township its borrowers’ contracts, 政银担 and 政保贷 included', async () => {
    const township = county.units.town.id
    const ids = {
      guarantees: await made('guarantees', {
        number: '青担乡1',
        borrower: '某户',
        borrowerKind: '农户',
        township,
        amount: wan(10),
        outstanding: wan(8),
      }),
      'risk-sharing-loans': await made('risk-sharing-loans', {
        number: '政保乡1',
        kind: '政保贷',
        borrower: '某户',
        borrowerKind: '农户',
        township,
        amount: wan(10),
      }),
    }
    const town = await county.client('townLiaison')
    for (const [library, id] of Object.entries(ids)) {
      expect(await seenBy(library, 'townLiaison'), library).toEqual([])
      expect((await town.get(`/libraries/${library}/records/${id}`)).status, library).toBe(404)
      const edit = { version: 0, values: { borrower: '另一户' } }
      expect((await town.patch(`/libraries/${library}/records/${id}`, edit)).status, library).toBe(404)
      expect(await seenBy(library, 'dispatcher')).toContain(id)
    }
  })

  it('everybody reads what products there are, and only the keepers write them', async () => {
    const bank = await made('institutions', { name: '青禾产品银行', type: '村镇银行' })
    const product = { name: '惠农快贷', institution: bank, kind: '农户贷款' }
    const id = await made('financial-products', product)
    expect(await seenBy('financial-products', 'townLiaison')).toEqual([id])
    expect((await post('financial-products', { ...product, name: '另一种' }, 'townLiaison')).status).toBe(403)
  })
})
