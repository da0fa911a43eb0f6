// Months as ledgers count them.
import { addMonths, monthStart, type IsoDate } from '@yipanqi/base'
import { documentYear } from '../../year.ts'

export interface Month {
  readonly year: number
  /** 1 to 12 */
  readonly month: number
  /** YYYY-MM */
  readonly text: string
}

export const monthOf = (year: number, month: number): Month => ({
  year,
  month,
  text: `${year}-${String(month).padStart(2, '0')}`,
})

/** A day of the month after, on which the figures of this month are out. */
export const dayAfter = ({ text }: Month, day: number): IsoDate =>
  `${addMonths(`${text}-01`, 1).slice(0, 8)}${String(day).padStart(2, '0')}`

/** The last `count` months whose figures are out on `today`, when they come on that day of the next month; oldest first. */
export function monthsOut(today: IsoDate, count: number, day: number): readonly Month[] {
  const last = Number(today.slice(8)) >= day ? 1 : 2
  return Array.from({ length: count }, (_, i) => {
    const start = addMonths(monthStart(today), i - count + 1 - last)
    return monthOf(Number(start.slice(0, 4)), Number(start.slice(5, 7)))
  })
}

/** The year whose December holds the figures that the county's documents call 去年. */
export const lastYearOf = (today: IsoDate): number => documentYear(today) - 1

// What of a year's growth in loans is there by the end of a month: banks lend early.
const lent = [0.22, 0.27, 0.41, 0.46, 0.52, 0.66, 0.69, 0.74, 0.84, 0.87, 0.92, 1] as const

/**
 * A balance in 万元 at the end of a month between the Decembers that are given: the fourth of them is that of `last`. What
 * stands in December is exact.
 */
export function balanceAt(decembers: readonly number[], last: number, { year, month }: Month): number {
  const at = year - (last - 3)
  const [before, after] = [decembers[at - 1], decembers[at]]
  if (before === undefined || after === undefined) throw new Error(`no balance for ${year}`)
  return before + Math.round((after - before) * (lent[month - 1] ?? 1))
}

/** 各项贷款余额 at the end of December, 万元: 263.4 亿 is last year's, 27.2 亿 more than the year before. */
export const loansInDecember = [1_906_000, 2_121_000, 2_362_000, 2_634_000, 2_952_000, 3_290_000] as const
/** 各项存款余额, likewise. */
export const depositsInDecember = [3_046_000, 3_284_000, 3_558_000, 3_862_000, 4_175_000, 4_490_000] as const
