import type { IsoDate } from '@yipanqi/base'
import { randomOf } from '../../random.ts'
import { banks, institutionRef, type Bank } from './institutions.ts'
import { shareOut, wan } from './making.ts'
import {
  balanceAt,
  dayAfter,
  depositsInDecember,
  lastYearOf,
  loansInDecember,
  monthOf,
  monthsOut,
  type Month,
} from './months.ts'
import type { LedgerSample, SampleRow } from './types.ts'

/** Day of the next month on which the supervision office hands the figures over. */
const handedOver = 12

/** How a bank's share moves in a month: small, its own, and the same every time. */
const drift = (bank: Bank): number => (randomOf(bank.short).next() - 0.5) / 400

function shares(total: number, month: Month, last: number, weightOf: (bank: Bank) => number): number[] {
  const passed = (month.year - last) * 12 + month.month - 12
  return shareOut(
    total,
    banks.map((bank) => weightOf(bank) * Math.max(0.2, 1 + drift(bank) * passed)),
  )
}

/** Loans of each bank at the end of a month, 万元: they add up to the county's balance. */
export function loansOf(month: Month, last: number): number[] {
  return shares(balanceAt(loansInDecember, last, month), month, last, (bank) => bank.loans)
}

/** Parts of a bank's loans by where they go; a policy bank discounts no bills and knows no small firms. */
const parts = (bank: Bank) => {
  const random = randomOf(`${bank.short} 投向`)
  const near = (share: number): number => share * (0.85 + random.next() * 0.3)
  const policy = bank.type === '政策性银行'
  const rural = ['农村商业银行', '村镇银行'].includes(bank.type) ? 1.35 : 1
  return {
    bills: policy ? 0 : near(0.052),
    manufacturing: policy ? 0.04 : near(0.179),
    agricultural: policy ? 0.93 : Math.min(0.86, near(0.37) * rural),
    inclusiveSmall: policy ? 0 : near(0.25),
    inclusiveFarm: policy ? 0 : Math.min(0.5, near(0.15) * rural),
    bad: near(0.0124) * (rural > 1 ? 1.5 : 0.8),
  }
}

/** 信贷台账: eleven banks, twenty-four months, one row each. */
export function creditBalances(today: IsoDate): LedgerSample {
  const last = lastYearOf(today)
  const rows: SampleRow[] = []
  for (const month of monthsOut(today, 24, handedOver)) {
    const loans = loansOf(month, last)
    const before = loansOf(month.month === 1 ? monthOf(month.year - 1, 12) : monthOf(month.year, month.month - 1), last)
    const yearStart = loansOf(monthOf(month.year - 1, 12), last)
    const lastYear = loansOf(monthOf(month.year - 1, month.month), last)
    const deposits = shares(balanceAt(depositsInDecember, last, month), month, last, (bank) => bank.deposits)
    banks.forEach((bank, i) => {
      const balance = loans[i] ?? 0
      const share = parts(bank)
      const of = (part: number): number => wan(Math.round(balance * part))
      rows.push({
        values: {
          institution: institutionRef(bank.short),
          month: month.text,
          deposits: wan(deposits[i] ?? 0),
          loans: wan(balance),
          loansYearStart: wan(yearStart[i] ?? 0),
          loansLastYear: wan(lastYear[i] ?? 0),
          bills: of(share.bills),
          // A month's end runs ahead of its average.
          monthAverage: wan(Math.round(((before[i] ?? 0) + balance) * 0.4985)),
          manufacturing: of(share.manufacturing),
          agricultural: of(share.agricultural),
          inclusiveSmall: of(share.inclusiveSmall),
          inclusiveFarm: of(share.inclusiveFarm),
          firstBorrowers: Math.round((bank.loans / 40) * month.month),
          renewed: wan(Math.round((balance / 90) * month.month)),
          bad: of(share.bad),
          supplier: { unit: 'C03' },
          suppliedOn: dayAfter(month, handedOver),
        },
      })
    })
  }
  return { library: 'credit-balances', rows }
}
