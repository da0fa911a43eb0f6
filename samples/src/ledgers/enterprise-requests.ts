import { addDays, type IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { documentYear } from '../../year.ts'
import { plusWorkdays } from '../../days.ts'
import { sampleFirms, type SampleFirm } from './firms.ts'
import { personName, weighted } from './making.ts'
import type { LedgerSample, SampleRow, SampleValue } from './types.ts'

/** This year's requests of the served firms. */
export const requestCounts = {
  raised: 6,
  assigned: 14,
  working: 38,
  answered: 22,
  confirmed: 252,
  declined: 4,
} as const
type Stage = keyof typeof requestCounts

interface Theme {
  readonly theme: string
  readonly handler: string
  readonly leader: string
  readonly asks: readonly (readonly [name: string, content: string, answer: string])[]
}

const themes: readonly Theme[] = [
  {
    theme: '用工',
    handler: 'Z10',
    leader: 'L13',
    asks: [
      [
        '熟练工不足，订单排不开',
        '两条线缺操作工三十余人，招聘会效果不好。',
        '组织两场专场招聘，到岗二十一人，其余列入订单班。',
      ],
      ['夜班通勤没有公交', '职工下夜班没有车，流失率高。', '协调公交延长末班，试行三个月。'],
    ],
  },
  {
    theme: '融资',
    handler: 'S01',
    leader: 'L04',
    asks: [
      ['贷款到期需要续贷', '流动资金贷款下月到期，周转有困难。', '银行同意无还本续贷，已办结。'],
      ['设备更新缺少抵押物', '计划购置设备，厂房是租的，没有抵押物。', '担保公司已尽调，拟担保三百万元。'],
    ],
  },
  {
    theme: '用地',
    handler: 'Z11',
    leader: 'L11',
    asks: [['二期用地没有报批', '项目二期等地开工。', '已列入本年度供地计划，正在组卷。']],
  },
  {
    theme: '用能',
    handler: 'C09',
    leader: 'L10',
    asks: [
      ['变压器增容排期太长', '新线投产要增容，排期到明年。', '调整停电窗口，提前四十天送电。'],
      ['夏季限电影响交货', '高峰时段停机，交货延误。', '列入重点保障名单，错峰方案已商定。'],
    ],
  },
  {
    theme: '审批手续',
    handler: 'S02',
    leader: 'L04',
    asks: [['消防验收资料反复补正', '已补正两次，不知道还缺什么。', '一次告知清单已发，验收通过。']],
  },
  {
    theme: '政策兑现',
    handler: 'Z09',
    leader: 'L04',
    asks: [['奖励资金还没到账', '公示已结束两个月，没有到账。', '资金已拨付，企业已收到。']],
  },
  {
    theme: '拖欠账款',
    handler: 'Z05',
    leader: 'L10',
    asks: [['工程款没有按合同付', '项目已验收，尾款拖欠。', '已约谈业主，按计划分两次付清。']],
  },
  {
    theme: '市场开拓',
    handler: 'Z16',
    leader: 'L10',
    asks: [['想进本地配套目录', '产品可为链主配套，没有对接渠道。', '已组织对接，送样检测合格。']],
  },
  {
    theme: '环保安全',
    handler: 'C02',
    leader: 'L11',
    asks: [['环评类别把握不准', '新增工序不知道要不要重做环评。', '现场核对，属登记表管理。']],
  },
]

const origins = ['包联走访', '包联走访', '企业自报', '政企座谈', '热线转办', '领导调研'] as const
const levels = ['现场答复', '部门办理', '部门办理', '部门办理', '县级协调', '报请上级'] as const

export function enterpriseRequests(today: IsoDate): LedgerSample {
  const random = randomOf('企业诉求')
  const served = sampleFirms().filter((f) => f.served)
  const order = (Object.keys(requestCounts) as Stage[]).flatMap((s) =>
    Array.from({ length: requestCounts[s] }, () => s),
  )
  const rows = order.map((stage, i): SampleRow => {
    const firm = served[(i * 29) % served.length] as SampleFirm
    const age = stage === 'confirmed' ? random.int(18, 170) : stage === 'raised' ? random.int(0, 3) : random.int(8, 30)
    const raisedOn = addDays(today, -age)
    const values = request(firm, stage, raisedOn, i, today, random)
    const since = values['confirmedOn'] ?? values['answeredOn']
    const moved = stage === 'raised' ? raisedOn : addDays(raisedOn, random.int(1, 3))
    return { values, stage, stageSince: typeof since === 'string' ? since : moved }
  })
  return { library: 'enterprise-requests', rows }
}

function request(
  firm: SampleFirm,
  stage: Stage,
  raisedOn: IsoDate,
  i: number,
  today: IsoDate,
  random: Random,
): Record<string, SampleValue> {
  const theme = weighted(
    random,
    themes.map((t, at) => [t, at < 2 ? 3 : 1.5] as const),
  )
  const [name, content, answer] = random.pick(theme.asks)
  const level = random.pick(levels)
  const answered = stage === 'answered' || stage === 'confirmed'
  const answeredOn = addDays(raisedOn, random.int(1, stage === 'answered' ? 8 : 14))
  return {
    number: `SQ${documentYear(today)}-${String(i + 1).padStart(4, '0')}`,
    name,
    enterprise: { ref: 'enterprises', key: firm.code },
    township: { unit: firm.township },
    theme: theme.theme,
    content,
    origin: random.pick(origins),
    raisedOn,
    urgency: i % 23 === 0 ? '紧急' : '一般',
    ...(stage === 'raised' ? {} : { handler: { unit: theme.handler }, level, dueOn: plusWorkdays(raisedOn, 15) }),
    ...(level === '县级协调' && stage !== 'raised' ? { leader: { leader: theme.leader } } : {}),
    officer: personName(random),
    ...(answered ? { answer, answeredOn, outcome: weighted(random, outcomes), again: i % 31 === 0 ? 1 : 0 } : {}),
    ...(stage === 'confirmed'
      ? { verdict: random.next() < 0.82 ? '满意' : '基本满意', confirmedOn: addDays(answeredOn, random.int(0, 3)) }
      : {}),
  }
}

const outcomes = [
  ['已解决', 7],
  ['部分解决', 2],
  ['解释说明', 2],
  ['暂不具备条件', 0.6],
] as const
