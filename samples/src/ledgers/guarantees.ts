import { addDays, addMonths, type IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { borrowersOf, type Borrower, type BorrowerKind } from './borrowers.ts'
import { institutionRef } from './institutions.ts'
import { percentOf, settle, several, wan, weighted } from './making.ts'
import type { LedgerSample, SampleRow, SampleValue } from './types.ts'

/** Borrowers under guarantee by kind, with the least and most of a contract in 万元. 412 in all. */
const kinds: readonly (readonly [BorrowerKind, number, number, number])[] = [
  ['小微企业', 214, 60, 500],
  ['中型企业', 8, 600, 1800],
  ['个体工商户', 42, 10, 90],
  ['农户', 60, 5, 40],
  ['新型农业经营主体', 88, 20, 220],
]
/** 6.9 亿, 万元. */
const outstanding = 69_000

interface Contract {
  readonly borrower: Borrower
  readonly amount: number
}

/** 担保台账: 412 under guarantee with 6.9 亿; beside them what is on its way, settled or paid for. */
export function guarantees(today: IsoDate): LedgerSample {
  const random = randomOf('guarantees')
  const contracts: Contract[] = kinds.flatMap(([kind, count, least, most]) =>
    borrowersOf(kind, count, random).map((borrower) => ({ borrower, amount: tens(random, least, most) })),
  )
  const drafts = contracts.map(({ amount }) =>
    random.next() < 0.7 ? amount : Math.max(1, Math.round(amount * (0.4 + random.next() * 0.5))),
  )
  const balances = settle(drafts, outstanding, 1, (i) => within(drafts[i] ?? 0, contracts[i]?.amount ?? 0))
  const rows = contracts.map((contract, i) => rowOf(contract, balances[i] ?? 0, 'active', i, today, random))
  // Past and coming business: firms and farms again, under numbers of their own.
  const more = randomOf('guarantees more')
  for (const [stage, count] of [
    ['applied', 7],
    ['reviewed', 5],
    ['released', 46],
    ['claimed', 6],
    ['refused', 3],
  ] as const)
    for (const borrower of borrowersOf('小微企业', count, more))
      rows.push(rowOf({ borrower, amount: tens(more, 80, 400) }, 0, stage, rows.length, today, more))
  return { library: 'guarantees', rows }
}

/** A loan not yet paid down stands at its amount; only the others give way. */
const within = (draft: number, amount: number): readonly [number, number] =>
  draft === amount ? [amount, amount] : [1, amount - 1]

const tens = (random: Random, least: number, most: number): number => {
  const step = most > 300 ? 10 : 5
  const at = (random.next() + random.next()) / 2
  return Math.max(step, Math.round((least + (most - least) * at) / step) * step)
}

function rowOf(
  { borrower, amount }: Contract,
  balance: number,
  stage: string,
  index: number,
  today: IsoDate,
  random: Random,
): SampleRow {
  const over = stage === 'released' || stage === 'claimed'
  const begun = over || stage === 'active'
  const months = random.pick([12, 12, 24, 36])
  const dueOn = addDays(today, over ? -random.int(20, 400) : random.int(6, months * 30 - 12))
  const startOn = addMonths(dueOn, -months)
  const product = weighted(random, [
    ['直保', 40],
    ['批量担保', 34],
    ['政银担', 26],
  ])
  // A few old contracts left the bank without a share.
  const shared = product !== '直保' || index % 17 !== 5
  const rural = borrower.kind === '农户' || borrower.kind === '新型农业经营主体'
  const lender = weighted(random, [
    ['农商行', rural ? 60 : 30],
    ['禾农银行', 14],
    ['建安银行', 10],
    ['鼎工银行', 10],
    ['云川银行', 10],
    ['惠民村镇银行', 8],
    ['通邮储蓄银行', 6],
  ])
  const watched = stage === 'active' && index % 46 === 21
  const values: Record<string, SampleValue> = {
    number: `青担保〔${startOn.slice(0, 4)}〕${String(index + 1).padStart(4, '0')}号`,
    borrower: borrower.name,
    ...(borrower.code ? { borrowerCode: borrower.code } : {}),
    borrowerKind: borrower.kind,
    ...(borrower.enterprise ? { enterprise: borrower.enterprise } : {}),
    industry: borrower.industry,
    township: { unit: borrower.unit },
    guarantor: institutionRef('担保公司'),
    lender: institutionRef(lender),
    product,
    amount: wan(amount),
    outstanding: wan(balance),
    feeRate: percentOf(rural ? 0.8 : 1),
    counterSecurities:
      borrower.kind === '农户'
        ? ['保证']
        : several(random, ['保证', '房产抵押', '设备抵押', '股权质押'], random.int(1, 2)),
    ...(begun ? { startOn, dueOn } : {}),
    bankShare: percentOf(shared ? 20 : 0),
    reinsured: product === '政银担',
    ...(product === '政银担' && begun
      ? { reinsuranceNumber: `再担备${startOn.slice(0, 4)}${String(10_000 + index)}` }
      : {}),
    ...(begun ? { riskClass: stage === 'claimed' ? '损失' : watched ? '关注' : '正常' } : {}),
    ...(stage === 'claimed'
      ? {
          claimedAmount: wan(Math.round(amount * 0.8)),
          claimedOn: addDays(dueOn, 30),
          recovered: wan(Math.round(amount * 0.1)),
        }
      : {}),
  }
  return {
    values,
    stage,
    stageSince: over
      ? addDays(dueOn, stage === 'claimed' ? 30 : 0)
      : stage === 'active'
        ? startOn
        : addDays(today, -random.int(2, 20)),
  }
}
