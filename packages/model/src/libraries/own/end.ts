// The end of a county's own ledger: when it is said before, and until when it would be asked to go on. Pure.
import { addDays, daysBetween, type IsoDate } from '@yipanqi/base'

/** soon: within the first reminder · last: within the last · ended: past its end, for as long as the last reminder. */
export type EndNotice = 'soon' | 'last' | 'ended'

/** `remindDays` most first, at least one. Null: nothing is said of it today. The day of the end still belongs to it. */
export function endNotice(endsOn: IsoDate, today: IsoDate, remindDays: readonly number[]): EndNotice | null {
  const left = daysBetween(today, endsOn)
  const first = Math.max(...remindDays)
  const last = Math.min(...remindDays)
  if (left < 0) return left >= -last ? 'ended' : null
  return left > first ? null : left <= last ? 'last' : 'soon'
}

/**
 * 续用 is proposed for as long again as it ran, counted from its end (from today where that is past), no longer than the
 * county allows from today.
 */
export function renewalEnd(from: IsoDate, endsOn: IsoDate, today: IsoDate, longestDays: number): IsoDate {
  const span = Math.max(1, daysBetween(from, endsOn))
  const wanted = addDays(endsOn > today ? endsOn : today, span)
  const latest = addDays(today, longestDays)
  return wanted < latest ? wanted : latest
}
