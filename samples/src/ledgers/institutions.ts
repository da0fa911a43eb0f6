import type { IsoDate } from '@yipanqi/base'
import { randomOf } from '../../random.ts'
import { placeIn } from '../places.ts'
import { creditCodeOf, personName, phoneNumber, wan } from './making.ts'
import type { LedgerSample, RecordRef, SampleRow, SampleValue } from './types.ts'

export interface Bank {
  readonly short: string
  readonly name: string
  readonly type: string
  readonly parent: string
  /** Branches in the county, and of them in townships. */
  readonly outlets: readonly [number, number]
  readonly servicePoints: number
  /** 万元 */
  readonly authority: number
  readonly opened: IsoDate
  readonly township: string
  readonly memberUnit?: string
  /** Share of the county's loans at the end of last year, in thousandths. */
  readonly loans: number
  readonly deposits: number
}

const bank = (
  short: string,
  name: string,
  type: string,
  parent: string,
  outlets: readonly [number, number],
  servicePoints: number,
  authority: number,
  opened: IsoDate,
  shares: readonly [number, number],
  township = 'T01',
): Bank => ({
  short,
  name,
  type,
  parent,
  outlets,
  servicePoints,
  authority,
  opened,
  township,
  loans: shares[0],
  deposits: shares[1],
})

/** The eleven banks whose loans make up the county's balance. All are invented. */
export const banks: readonly Bank[] = [
  {
    ...bank(
      '农商行',
      '青禾农村商业银行',
      '农村商业银行',
      '江岭省农村信用联合社',
      [31, 22],
      186,
      3000,
      '2012-06-18',
      [318, 346],
      'T02',
    ),
    memberUnit: 'C11',
  },
  bank(
    '禾农银行',
    '禾农银行青禾县支行',
    '国有大型银行',
    '禾农银行云川分行',
    [9, 5],
    64,
    2000,
    '1984-03-12',
    [142, 158],
  ),
  bank('鼎工银行', '鼎工银行青禾支行', '国有大型银行', '鼎工银行云川分行', [4, 0], 0, 1000, '1986-05-20', [112, 96]),
  bank('建安银行', '建安银行青禾支行', '国有大型银行', '建安银行云川分行', [4, 0], 12, 1000, '1988-10-08', [108, 92]),
  bank('汇中银行', '汇中银行青禾支行', '国有大型银行', '汇中银行云川分行', [3, 0], 0, 800, '1996-09-16', [74, 58]),
  bank(
    '丰裕发展银行',
    '丰裕发展银行青禾县支行',
    '政策性银行',
    '丰裕发展银行云川分行',
    [1, 0],
    0,
    500,
    '1997-01-06',
    [92, 14],
  ),
  bank(
    '通邮储蓄银行',
    '通邮储蓄银行青禾县支行',
    '邮政储蓄银行',
    '通邮储蓄银行云川分行',
    [14, 11],
    72,
    600,
    '2008-03-26',
    [66, 142],
    'T02',
  ),
  bank('云川银行', '云川银行青禾支行', '城市商业银行', '云川银行股份有限公司', [3, 1], 8, 1500, '2014-11-28', [44, 46]),
  bank(
    '江岭银行',
    '江岭银行青禾支行',
    '城市商业银行',
    '江岭银行股份有限公司',
    [1, 0],
    0,
    800,
    '2018-07-09',
    [20, 18],
    'T02',
  ),
  bank('兴衡银行', '兴衡银行青禾支行', '股份制银行', '兴衡银行云川分行', [1, 0], 0, 500, '2020-12-18', [14, 12], 'T02'),
  bank(
    '惠民村镇银行',
    '青禾惠民村镇银行',
    '村镇银行',
    '江岭银行股份有限公司',
    [3, 2],
    6,
    300,
    '2013-04-25',
    [10, 18],
    'T03',
  ),
]

const others = [
  {
    short: '担保公司',
    name: '青禾县中小企业融资担保有限公司',
    type: '融资担保公司',
    memberUnit: 'Q02',
    opened: '2009-08-21',
  },
  { short: '人保财险', name: '中国人民财产保险青禾支公司', type: '保险公司', memberUnit: 'C12', opened: '1984-01-10' },
  { short: '安禾农险', name: '安禾农业保险青禾支公司', type: '保险公司', opened: '2016-05-30' },
  { short: '泽民小贷', name: '青禾县泽民小额贷款有限公司', type: '小额贷款公司', opened: '2011-10-12' },
] as const

const serials = { bank: 70_000_100, other: 70_000_200, coming: 70_000_300 }
const codes = new Map<string, string>([
  ...banks.map((b, i) => [b.short, creditCodeOf('91', serials.bank + i)] as const),
  ...others.map((o, i) => [o.short, creditCodeOf('91', serials.other + i)] as const),
])

/** A reference to an institution by its short name. */
export function institutionRef(short: string): RecordRef {
  const key = codes.get(short)
  if (!key) throw new Error(`no institution ${short}`)
  return { ref: 'institutions', key }
}

/** 金融机构库: eleven banks, insurers, the guarantee company, one bank on its way in and one that was merged. */
export function institutions(today: IsoDate): LedgerSample {
  const random = randomOf('institutions')
  const contacts = (): Record<string, SampleValue> => ({
    head: personName(random),
    contact: personName(random),
    contactPhone: phoneNumber(random),
  })
  const rows: SampleRow[] = banks.map((b) => ({
    values: {
      name: b.name,
      short: b.short,
      creditCode: codes.get(b.short) ?? '',
      type: b.type,
      parent: b.parent,
      licence: `B${String(random.int(10_000, 99_999))}S000000001`,
      openedOn: b.opened,
      township: { unit: b.township },
      place: { point: placeIn(b.township, random) },
      ...(b.memberUnit ? { memberUnit: { unit: b.memberUnit } } : {}),
      authority: wan(b.authority),
      outlets: b.outlets[0],
      ruralOutlets: b.outlets[1],
      servicePoints: b.servicePoints,
      ...(b.type === '村镇银行'
        ? { keeping: '主发起行正在研究改革方案，县里已去函，争取保留乡镇网点和涉农业务。' }
        : {}),
      ...contacts(),
    },
    stage: 'open',
    stageSince: b.opened,
  }))
  for (const o of others)
    rows.push({
      values: {
        name: o.name,
        short: o.short,
        creditCode: codes.get(o.short) ?? '',
        type: o.type,
        ...(o.type === '保险公司' ? { licence: `P${String(random.int(10_000, 99_999))}S000000001` } : {}),
        openedOn: o.opened,
        township: { unit: 'T01' },
        place: { point: placeIn('T01', random) },
        ...('memberUnit' in o ? { memberUnit: { unit: o.memberUnit } } : {}),
        outlets: 1,
        ruralOutlets: 0,
        ...(o.type === '融资担保公司'
          ? {
              netAssets: wan(21_360),
              paidIn: wan(20_000),
              paidInOn: '2023-09-28',
              changeRegisteredOn: '2023-10-16',
            }
          : {}),
        ...contacts(),
      },
      stage: 'open',
      stageSince: o.opened,
    })
  const year = Number(today.slice(0, 4))
  rows.push(
    {
      values: {
        name: '泰和银行青禾支行（拟设）',
        short: '泰和银行',
        type: '股份制银行',
        parent: '泰和银行云川分行',
        township: { unit: 'T02' },
        outlets: 0,
      },
      stage: 'contact',
      stageSince: `${year - 1}-11-06`,
    },
    {
      values: {
        name: '青禾众信村镇银行',
        short: '众信村镇银行',
        creditCode: creditCodeOf('91', serials.coming),
        type: '村镇银行',
        parent: '云川银行股份有限公司',
        openedOn: '2015-08-19',
        township: { unit: 'T10' },
        outlets: 0,
        keeping: '已并入云川银行，原网点改为云川银行桥头铺支行，人员和服务没有减少。',
      },
      stage: 'merged',
      stageSince: `${year - 1}-06-20`,
    },
  )
  return { library: 'institutions', rows }
}
