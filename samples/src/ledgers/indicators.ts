import type { IsoDate } from '@yipanqi/base'
import { lastYearOf } from './months.ts'
import type { LedgerSample, SampleRow } from './types.ts'

export interface SampleIndicator {
  readonly code: string
  readonly name: string
  readonly field: string
  readonly measure: string
  readonly basis: '总量' | '增速' | '增量' | '比率'
  readonly period: '月' | '季'
  readonly cumulative: '累计' | '时点'
  readonly january: boolean
  readonly leadUnit: string
  readonly leader: string
  readonly source: string
  /** Last year's figure in the measure; null where only the growth is published. */
  readonly level: number | null
  /** Growth of last year, of this year so far and its target, percent. */
  readonly growth: readonly [last: number, now: number, target: number | null]
  /** Target as a figure in the measure, where one was set. */
  readonly target: number | null
  /** Growth is at comparable prices and does not follow from the levels. */
  readonly comparable: boolean
  readonly definition: string
}

type Short = readonly [
  code: string,
  name: string,
  field: string,
  measure: string,
  basis: SampleIndicator['basis'],
  leadUnit: string,
  leader: string,
  source: string,
  level: number | null,
  growth: SampleIndicator['growth'],
  target: number | null,
  definition: string,
]

const rows: readonly Short[] = [
  [
    'GDP',
    '地区生产总值',
    '综合',
    '亿元',
    '增速',
    'Z02',
    'L04',
    'Z23',
    246.8,
    [6.1, 6.0, 6],
    null,
    '季度核算，增速按可比价计算',
  ],
  [
    'GYZJZ',
    '规上工业增加值',
    '工业',
    '%',
    '增速',
    'Z05',
    'L10',
    'Z23',
    null,
    [8.2, 7.6, 7.5],
    null,
    '只发布增速，不能由总量反推',
  ],
  [
    'GYYD',
    '工业用电量',
    '工业',
    '亿千瓦时',
    '总量',
    'Z05',
    'L10',
    'C09',
    11.36,
    [7.2, 6.4, null],
    null,
    '供电口径，全部工业用户',
  ],
  ['GDTZ', '固定资产投资', '投资', '%', '增速', 'Z02', 'L04', 'Z23', null, [7.1, 7.8, 8], null, '不含农户，只发布增速'],
  ['GYTZ', '工业投资', '投资', '%', '增速', 'Z05', 'L10', 'Z23', null, [10.4, 12.3, 12], null, '固定资产投资其中数'],
  ['JGTZ', '工业技改投资', '投资', '%', '增速', 'Z05', 'L10', 'Z23', null, [9.6, 10.2, 10], null, '工业投资其中数'],
  [
    'SLZE',
    '社会消费品零售总额',
    '消费',
    '亿元',
    '增速',
    'Z16',
    'L10',
    'Z23',
    92.4,
    [6.3, 6.6, 6.5],
    null,
    '累计数，基数按修订数计算',
  ],
  [
    'YSSR',
    '一般公共预算收入',
    '财政',
    '亿元',
    '总量',
    'Z09',
    'L04',
    'Z09',
    14.2,
    [4.3, 4.2, 4],
    14.77,
    '地方一般公共预算收入',
  ],
  ['SSSR', '税收收入', '财政', '亿元', '总量', 'Z09', 'L04', 'C01', 9.66, [3.8, 4.1, null], null, '地方级税收'],
  [
    'JCK',
    '进出口总额',
    '外贸外资',
    '亿元',
    '增速',
    'Z16',
    'L10',
    'Z16',
    12.8,
    [7.4, 8.1, 8],
    null,
    '人民币计价，海关口径',
  ],
  [
    'NZ',
    '实际到位内资',
    '外贸外资',
    '亿元',
    '总量',
    'S03',
    'L10',
    'S03',
    53.6,
    [8.5, 8.9, null],
    58,
    '以到位凭证为准，协议额不计',
  ],
  [
    'CZSR',
    '城镇居民人均可支配收入',
    '居民收入',
    '元',
    '增速',
    'Z02',
    'L04',
    'Z23',
    38_420,
    [4.8, 5.0, 5],
    null,
    '住户调查，季度发布',
  ],
  [
    'NCSR',
    '农村居民人均可支配收入',
    '居民收入',
    '元',
    '增速',
    'Z15',
    'L12',
    'Z23',
    21_960,
    [6.5, 6.6, 6.5],
    null,
    '住户调查，季度发布',
  ],
  ['XZJY', '城镇新增就业', '就业', '人', '总量', 'Z10', 'L13', 'Z10', 4120, [2.4, 2.0, null], 4000, '人社实名制系统'],
  [
    'DKYE',
    '金融机构贷款余额',
    '金融',
    '亿元',
    '增量',
    'S01',
    'L04',
    'C03',
    263.4,
    [11.5, 12.1, null],
    294.9,
    '本外币，和信贷台账合计一致',
  ],
  [
    'CKYE',
    '金融机构存款余额',
    '金融',
    '亿元',
    '总量',
    'S01',
    'L04',
    'C03',
    386.2,
    [8.5, 8.1, null],
    null,
    '本外币，和信贷台账合计一致',
  ],
]

const quarterly = new Set(['GDP', 'CZSR', 'NCSR'])
const comparable = new Set(['GDP', 'CZSR', 'NCSR', 'GYZJZ', 'GDTZ', 'GYTZ', 'JGTZ'])
const balances = new Set(['DKYE', 'CKYE'])
// The bureau has no January of its own for these: 1—2 月 come together.
const merged = new Set(['GYZJZ', 'GDTZ', 'GYTZ', 'JGTZ', 'SLZE'])

/** The sixteen indicators of the monthly dispatch. */
export const indicatorList: readonly SampleIndicator[] = rows.map(
  ([code, name, field, measure, basis, leadUnit, leader, source, level, growth, target, definition]) => ({
    code,
    name,
    field,
    measure,
    basis,
    leadUnit,
    leader,
    source,
    level,
    growth,
    target,
    definition,
    period: quarterly.has(code) ? '季' : '月',
    cumulative: balances.has(code) ? '时点' : '累计',
    january: merged.has(code),
    comparable: comparable.has(code),
  }),
)

/** Counties of the fictional city, 青禾 among them. */
export const counties = 11

/** 经济指标库. */
export function indicators(today: IsoDate): LedgerSample {
  const from = `${lastYearOf(today) - 1}-01-01`
  const found: SampleRow[] = indicatorList.map((one, i) => ({
    values: {
      code: one.code,
      name: one.name,
      field: one.field,
      measure: one.measure,
      basis: one.basis,
      better: '越高越好',
      period: one.period,
      cumulative: one.cumulative,
      januaryMerged: one.january,
      counties,
      definition: one.definition,
      leadUnit: { unit: one.leadUnit },
      leader: { leader: one.leader },
      source: { unit: one.source },
      publishedBy: one.period === '季' ? '季后次月 25 日前' : '次月 20 日前市里反馈',
      position: i + 1,
      validFrom: from,
    },
  }))
  return { library: 'indicators', rows: found }
}
