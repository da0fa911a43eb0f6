import { dayOf, type IsoDate, monthEnd, monthOf, yearOf } from '@yipanqi/base'

/** 5月21日, with the year only when it is not this year's. */
export function dayWords(d: IsoDate, today: IsoDate): string {
  const year = yearOf(d) === yearOf(today) ? '' : `${yearOf(d)}年`
  return `${year}${monthOf(d)}月${dayOf(d)}日`
}

/** A plan's date: 5月末 for a month's last day, otherwise the day. */
export function planDayWords(d: IsoDate, today: IsoDate): string {
  return d === monthEnd(d) ? dayWords(d, today).replace(/月\d+日$/, '月末') : dayWords(d, today)
}
