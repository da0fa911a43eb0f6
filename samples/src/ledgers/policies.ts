import { addDays, type IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { documentYear } from '../../year.ts'
import { sampleFirms, type SampleFirm } from './firms.ts'
import { shareOut, wan } from './making.ts'
import { levelOf, plannedClauses } from './policy-plan.ts'
import type { LedgerSample, SampleRow, SampleValue } from './types.ts'

const codeOf = (at: number): string => `ZC-${String(at + 1).padStart(2, '0')}`
/** Where a clause has come to: half are paid, a few have no rules yet, two were stopped by the fair-competition review. */
const stageOf = (at: number, budget: number): string =>
  at % 29 === 28
    ? 'ended'
    : at % 15 === 7
      ? 'issued'
      : at % 11 === 6
        ? 'detailed'
        : budget > 0 && at % 5 !== 2
          ? 'paid'
          : 'open'

const levels = plannedClauses.map((_, at) => levelOf(at))

export function policyClauses(today: IsoDate): LedgerSample {
  const year = documentYear(today)
  const random = randomOf('政策条款')
  const rows = plannedClauses.map((clause, at): SampleRow => {
    const stage = stageOf(at, clause.budget)
    const level = levels[at] ?? '县'
    return {
      values: {
        code: codeOf(at),
        name: clause.name,
        policy: { 县: '青禾县助企纾困促发展若干措施', 市: '云川市稳增长若干政策', 省: '江岭省支持实体经济若干措施' }[
          level
        ],
        document: { 县: `青政发〔${year}〕3号`, 市: `云政发〔${year - 1}〕12号`, 省: `江政发〔${year - 1}〕20号` }[
          level
        ],
        article: `第${at + 1}条`,
        wording: `对符合条件的经营主体，${clause.name}按规定标准执行${clause.ceiling > 0 ? `，单户最高不超过${clause.ceiling}万元` : ''}。`,
        level,
        theme: clause.theme,
        department: { unit: clause.department },
        validFrom: `${level === '县' ? year : year - 1}-0${level === '县' ? 2 : 7}-01`,
        validUntil: `${year + (at % 6 === 0 ? 0 : 1)}-12-31`,
        standing: stage === 'ended' ? '停止执行' : at % 17 === 9 ? '正在清理' : '继续有效',
        fairness:
          stage === 'ended' ? '须修改' : stage === 'issued' ? '未审查' : clause.budget > 0 ? '已通过' : '不涉及',
        manner: clause.manner,
        object: '在本县登记并实际经营的企业、个体工商户和农民合作社。',
        standard:
          clause.ceiling > 0
            ? `按实际发生额或认定结果核定，单户上限${clause.ceiling}万元。`
            : '按规定流程办理，不涉及资金。',
        ...(clause.ceiling > 0 ? { ceiling: wan(clause.ceiling) } : {}),
        ...(clause.budget > 0
          ? { source: level === '县' ? '县级惠企专项资金' : `${level}级下达资金`, budget: wan(clause.budget) }
          : { source: '不涉及资金' }),
        ...(clause.manner === '申报审核'
          ? { opens: `${year}-03-01`, closes: `${year}-${at % 2 === 0 ? '09-30' : '11-15'}` }
          : {}),
      },
      stage,
      stageSince: addDays(today, -random.int(5, 140)),
    }
  })
  return { library: 'policy-clauses', rows }
}

/** 兑现台账 of the year: 428 payments; what has arrived is 18.6 hundred 万元. */
export const paymentTotals = { count: 428, arrived: wan(1860), waiting: wan(742) } as const

const paymentStages = [
  ['arrived', 296],
  ['transferred', 34],
  ['published', 41],
  ['approved', 30],
  ['applied', 19],
  ['refused', 8],
] as const

/** Days since it was asked for, least and most: nothing is paid on a day that has not come. */
const waits = {
  arrived: [72, 150],
  transferred: [68, 80],
  published: [24, 60],
  approved: [16, 40],
  applied: [2, 20],
  refused: [20, 60],
} as const

export function policyPayments(today: IsoDate): LedgerSample {
  const random = randomOf('兑现')
  const paid = plannedClauses
    .map((clause, at) => ({ ...clause, at }))
    .filter((c) => c.budget > 0 && c.ceiling > 0 && stageOf(c.at, c.budget) === 'paid')
  const firms = sampleFirms().filter((f) => f.operation === '在营' && (f.aboveScale || f.perMu === '规下参评'))
  const order = paymentStages.flatMap(([stage, n]) => Array.from({ length: n }, () => stage))
  const drafts = order.map((stage, i) => {
    const clause = paid[i % paid.length] as (typeof paid)[number]
    return {
      stage,
      clause,
      firm: firms[(i * 37) % firms.length] as SampleFirm,
      weight: Math.min(clause.ceiling, 60) * (0.2 + random.next()),
    }
  })
  const amounts = [
    ...shareOut(
      paymentTotals.arrived,
      drafts.filter((d) => d.stage === 'arrived').map((d) => d.weight),
      wan(0.01),
    ),
    ...shareOut(
      paymentTotals.waiting,
      drafts.filter((d) => d.stage !== 'arrived').map((d) => d.weight),
      wan(0.01),
    ),
  ]
  const rows = drafts.map(({ stage, clause, firm }, i): SampleRow => {
    const [least, most] = waits[stage]
    const applied = addDays(today, -random.int(least, most))
    const done = steps(stage, applied, amounts[i] ?? 0, i, random)
    return {
      values: {
        number: `DX${documentYear(today)}-${String(i + 1).padStart(4, '0')}`,
        name: `${clause.name}（${firm.name.replace('青禾县', '')}）`,
        clause: { ref: 'policy-clauses', key: codeOf(clause.at) },
        enterprise: { ref: 'enterprises', key: firm.code },
        township: { unit: firm.township },
        department: { unit: clause.department },
        year: documentYear(today),
        appliedOn: applied,
        asked: amounts[i] ?? 0,
        dueOn: addDays(applied, 60),
        overlap: i % 12 === 0 ? '从高不重复' : '没有',
        ...done,
      },
      stage,
      stageSince: sinceOf(stage, applied, done),
    }
  })
  return { library: 'policy-payments', rows }
}

function steps(
  stage: string,
  applied: IsoDate,
  amount: number,
  i: number,
  random: Random,
): Record<string, SampleValue> {
  if (stage === 'applied' || stage === 'refused') return {}
  const publicFrom = addDays(applied, 15)
  const approved = { approved: amount }
  if (stage === 'approved') return approved
  const published = { ...approved, publicFrom, publicUntil: addDays(publicFrom, 5) }
  if (stage === 'published') return published
  // One of eleven is late by some days: seen, with the days.
  const paidOn = addDays(applied, i % 11 === 0 ? random.int(58, 66) : random.int(26, 52))
  const transferred = { ...published, paidOn, voucher: `青财拨${String(i + 1001)}`, paid: amount }
  return stage === 'transferred' ? transferred : { ...transferred, arrivedOn: addDays(paidOn, random.int(1, 4)) }
}

function sinceOf(stage: string, applied: IsoDate, done: Record<string, SampleValue>): IsoDate {
  const date = done['arrivedOn'] ?? done['paidOn'] ?? done['publicFrom']
  if (typeof date === 'string') return date
  return stage === 'applied' ? applied : addDays(applied, 8)
}
