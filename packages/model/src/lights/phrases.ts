import { dayOf, type IsoDate, monthEnd, monthOf, quarterOf, type Rational, yearOf } from '@yipanqi/base'
import { showPlain } from '@yipanqi/rules'
import type { Cadence } from '../words.ts'

/** 5月21日, with the year only when it is not this year's. */
export function dayWords(d: IsoDate, today: IsoDate): string {
  const year = yearOf(d) === yearOf(today) ? '' : `${yearOf(d)}年`
  return `${year}${monthOf(d)}月${dayOf(d)}日`
}

/** A plan's date: 5月末 for a month's last day, otherwise the day. */
export function planDayWords(d: IsoDate, today: IsoDate): string {
  return d === monthEnd(d) ? dayWords(d, today).replace(/月\d+日$/, '月末') : dayWords(d, today)
}

/** A period of a cadence: 4月, 一季度, 5月1日至5月15日. */
export function periodWords(cadence: Cadence, start: IsoDate, end: IsoDate, today: IsoDate): string {
  const year = yearOf(start) === yearOf(today) ? '' : `${yearOf(start)}年`
  if (cadence === 'monthly') return `${year}${monthOf(start)}月`
  if (cadence === 'quarterly') return `${year}${'一二三四'[quarterOf(start) - 1]}季度`
  return `${dayWords(start, today)}至${dayWords(end, today)}`
}

/** 12 个, but 6.5%. */
export const figure = (value: Rational, unit: string): string =>
  `${showPlain(value)}${unit === '%' || unit === '‰' || unit === '' ? unit : ` ${unit}`}`
