import { addDays, type IsoDate } from '@yipanqi/base'
import { randomOf, type Random } from '../../random.ts'
import { borrowersOf, type Borrower, type BorrowerKind } from './borrowers.ts'
import { institutionRef } from './institutions.ts'
import { percentOf, settle, wan, weighted, yuan } from './making.ts'
import type { LedgerSample, SampleRow, SampleValue } from './types.ts'

/** Bridging of the past twelve months: 228 times, 7.6 亿 turned over. */
export const bridging = { count: 228, total: 76_000 } as const

const others: readonly (readonly [
  kind: string,
  count: number,
  who: readonly (readonly [BorrowerKind, number])[],
  least: number,
  most: number,
])[] = [
  [
    '政银担',
    138,
    [
      ['小微企业', 86],
      ['新型农业经营主体', 52],
    ],
    20,
    480,
  ],
  [
    '政保贷',
    64,
    [
      ['小微企业', 40],
      ['新型农业经营主体', 24],
    ],
    10,
    260,
  ],
  [
    '保证保险',
    42,
    [
      ['农户', 28],
      ['新型农业经营主体', 14],
    ],
    3,
    48,
  ],
  ['经营权抵押', 36, [['新型农业经营主体', 36]], 10, 190],
]

/** Who bears a loss, percent: guarantor, reinsurer, bank, insurer, county. */
const shares: Readonly<Record<string, readonly [number, number, number, number, number]>> = {
  政银担: [40, 30, 20, 0, 10],
  政保贷: [0, 0, 20, 60, 20],
  保证保险: [0, 0, 30, 70, 0],
}

/** 转贷、政银担、政保贷业务台账. */
export function riskSharingLoans(today: IsoDate): LedgerSample {
  const random = randomOf('risk-sharing-loans')
  const rows: SampleRow[] = []
  const firms = borrowersOf('小微企业', 160, random)
  const amounts = settle(
    Array.from({ length: bridging.count }, () => 10 * random.int(6, 60)),
    bridging.total,
    10,
    () => [30, 950],
  )
  for (const [i, amount] of amounts.entries()) rows.push(bridgeRow(random.pick(firms), amount, i, today, random))
  for (const [kind, , who, least, most] of others) {
    let at = 0
    for (const [borrower, count] of who)
      for (const one of borrowersOf(borrower, count, random))
        rows.push(sharedRow(kind, one, random.int(least, most), (at += 1), today, random))
  }
  return { library: 'risk-sharing-loans', rows }
}

function bridgeRow(borrower: Borrower, amount: number, index: number, today: IsoDate, random: Random): SampleRow {
  // The latest few are still out; one of them too long.
  const open = index < 9
  const usedOn = addDays(today, open ? (index === 0 ? -17 : -random.int(0, 4)) : -random.int(9, 362))
  const dueOn = addDays(usedOn, 7)
  const days = random.int(2, 7)
  const promised = Math.ceil(amount / 0.95 / 10) * 10
  const fee = amount * 10_000 * (Math.min(5, days) * 0.0002 + Math.max(0, days - 5) * 0.0004)
  return {
    values: {
      number: `青转贷〔${usedOn.slice(0, 4)}〕${String(index + 1).padStart(3, '0')}号`,
      kind: '续贷过桥',
      ...whoOf(borrower),
      lender: institutionRef(
        weighted(random, [
          ['农商行', 40],
          ['鼎工银行', 16],
          ['建安银行', 16],
          ['禾农银行', 14],
          ['云川银行', 14],
        ]),
      ),
      guarantor: institutionRef('担保公司'),
      loan: wan(promised),
      promised: wan(promised),
      amount: wan(amount),
      outstanding: wan(open ? amount : 0),
      usedOn,
      dueOn,
      ...(open ? {} : { repaidOn: addDays(usedOn, days), fee: yuan(fee) }),
      basis: '青金办〔2025〕6号',
    },
    stage: open ? 'running' : 'settled',
    stageSince: open ? usedOn : addDays(usedOn, days),
  }
}

function sharedRow(
  kind: string,
  borrower: Borrower,
  amount: number,
  index: number,
  today: IsoDate,
  random: Random,
): SampleRow {
  const claimed = kind !== '经营权抵押' && index % 41 === 7
  const settled = !claimed && index % 4 === 0
  const coming = index % 29 === 3
  const dueOn = addDays(today, settled || claimed ? -random.int(15, 300) : random.int(10, 330))
  const usedOn = addDays(dueOn, -365)
  const split = shares[kind]
  const base: Record<string, SampleValue> = {
    number: `青${kind}${usedOn.slice(0, 4)}-${String(index).padStart(3, '0')}`,
    kind,
    ...whoOf(borrower),
    lender: institutionRef(
      weighted(random, [
        ['农商行', 60],
        ['禾农银行', 14],
        ['惠民村镇银行', 14],
        ['通邮储蓄银行', 12],
      ]),
    ),
    ...(kind === '政银担' ? { guarantor: institutionRef('担保公司') } : {}),
    ...(kind === '政保贷' ? { insurer: institutionRef('人保财险') } : {}),
    ...(kind === '保证保险' ? { insurer: institutionRef('安禾农险') } : {}),
    loan: wan(amount),
    amount: wan(amount),
    ...(split
      ? {
          guarantorShare: percentOf(split[0]),
          reinsurerShare: percentOf(split[1]),
          bankShare: percentOf(split[2]),
          insurerShare: percentOf(split[3]),
          governmentShare: percentOf(split[4]),
        }
      : {}),
    ...(kind === '经营权抵押' ? { basis: '农村土地承包法第四十七条' } : {}),
  }
  if (coming)
    return {
      values: { ...base, outstanding: 0 },
      stage: index % 2 === 0 ? 'approved' : 'applied',
      stageSince: addDays(today, -random.int(1, 6)),
    }
  return {
    values: {
      ...base,
      outstanding: wan(settled ? 0 : amount),
      usedOn,
      dueOn,
      ...(settled ? { repaidOn: addDays(dueOn, -random.int(0, 9)) } : {}),
      ...(claimed ? { claimed: wan(Math.round(amount * 0.9)), recovered: wan(Math.round(amount * 0.15)) } : {}),
      ...(kind === '政银担' ? { fee: yuan(amount * 100) } : kind === '经营权抵押' ? {} : { fee: yuan(amount * 180) }),
    },
    stage: claimed ? 'claimed' : settled ? 'settled' : 'running',
    stageSince: claimed ? addDays(dueOn, 20) : settled ? dueOn : usedOn,
  }
}

function whoOf(borrower: Borrower): Record<string, SampleValue> {
  return {
    borrower: borrower.name,
    ...(borrower.code ? { borrowerCode: borrower.code } : {}),
    borrowerKind: borrower.kind,
    ...(borrower.enterprise ? { enterprise: borrower.enterprise } : {}),
    ...(borrower.farm ? { farm: borrower.farm } : {}),
    township: { unit: borrower.unit },
  }
}
