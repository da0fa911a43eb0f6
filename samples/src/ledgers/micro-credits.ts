import { addDays, addMonths, type IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { farmList, farmRef, type SampleFarm } from './farms.ts'
import { institutionRef } from './institutions.ts'
import { percentOf, settle, weighted, yuan } from './making.ts'
import type { LedgerSample, SampleRow, SampleValue } from './types.ts'
import { villageList, villageRef, type SampleVillage } from './villages.ts'

const loans = 3184
/** 1.3 亿, 元. */
const total = 130_000_000

const trades = ['种植', '养殖', '农产品加工', '商贸服务', '乡村旅游', '其他生产经营'] as const

/** Farms by the township that they can lead households in. */
const leads = new Map<string, SampleFarm[]>()
for (const farm of farmList) if (farm.kind !== '种养大户') leads.set(farm.unit, [...(leads.get(farm.unit) ?? []), farm])

/** 小额信贷台账: 3,184 loans with 1.3 亿 outstanding, of which well under one in a hundred is overdue. */
export function microCredits(today: IsoDate): LedgerSample {
  const random = randomOf('micro-credits')
  const rural = villageList.filter((v) => !v.community)
  const amounts = Array.from({ length: loans }, () =>
    weighted(random, [
      [50_000, 66],
      [40_000, 14],
      [30_000, 14],
      [20_000, 6],
    ]),
  )
  const drafts = amounts.map((amount) =>
    random.next() < 0.72 ? amount : amount - 1000 * random.int(1, Math.floor(amount / 2000)),
  )
  const balances = settle(drafts, total, 1000, (i) =>
    (drafts[i] ?? 0) === amounts[i] ? [amounts[i] ?? 0, amounts[i] ?? 0] : [1000, (amounts[i] ?? 0) - 1000],
  )
  const rows: SampleRow[] = balances.map((balance, i) => {
    const village = random.pick(rural)
    return { values: valuesOf(i, amounts[i] ?? 0, balance, village, today, random) }
  })
  return { library: 'micro-credits', rows }
}

function valuesOf(
  index: number,
  amount: number,
  balance: number,
  village: SampleVillage,
  today: IsoDate,
  random: Random,
): Record<string, SampleValue> {
  const months = random.pick([12, 24, 36, 36, 36])
  const overdue = index % 290 === 7
  // Still open: lent within its term; an overdue one fell due some weeks ago.
  const dueOn = addDays(today, overdue ? -random.int(8, 80) : random.int(4, months * 30 - 10))
  const issuedOn = addMonths(dueOn, -months)
  const led = random.next() < 0.38 ? random.pick(leads.get(village.unit) ?? []) : null
  const number = String(index + 1).padStart(4, '0')
  const year = issuedOn.slice(0, 4)
  const near = (days: number): boolean => addDays(dueOn, -days) <= today
  return {
    number: `青禾小额〔${year}〕${number}号`,
    household: `H${village.code.slice(6)}${number}`,
    householdKind: weighted(random, [
      ['脱贫户', 86],
      ['脱贫不稳定户', 6],
      ['边缘易致贫户', 6],
      ['突发严重困难户', 2],
    ]),
    township: { unit: village.unit },
    village: villageRef(village),
    lender: institutionRef(
      weighted(random, [
        ['农商行', 78],
        ['禾农银行', 10],
        ['通邮储蓄银行', 8],
        ['惠民村镇银行', 4],
      ]),
    ),
    amount: yuan(amount),
    balance: yuan(balance),
    purpose: weighted(random, [
      [trades[0], 44],
      [trades[1], 32],
      [trades[2], 6],
      [trades[3], 10],
      [trades[4], 2],
      [trades[5], 6],
    ]),
    issuedOn,
    dueOn,
    rate: percentOf(months === 12 ? 3 : 3.5),
    subsidy: yuan(Math.round(amount * 0.03 * random.next())),
    compensation: 0,
    renewals: random.next() < 0.12 ? 1 : 0,
    extensions: random.next() < 0.03 ? 1 : 0,
    ...(near(60) ? { reminded60: addDays(dueOn, -60) } : {}),
    ...(near(30) ? { reminded30: addDays(dueOn, -30) } : {}),
    ...(led ? { leadFarm: farmRef(led) } : {}),
    usedByFirm: index % 530 === 11,
    state: overdue ? '逾期' : '在贷',
    riskClass: overdue ? '关注' : '正常',
  }
}
