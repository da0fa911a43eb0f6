import type { IsoDate } from '@yipanqi/base'

/** The county's day is Beijing's, wherever the machine stands. */
export interface Clock {
  now(): Date
  today(): IsoDate
}

const beijing = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

export function systemClock(now: () => Date = () => new Date()): Clock {
  return { now, today: () => beijing.format(now()) }
}

/** A clock that stands still: tests and seeds of a past day. */
export function fixedClock(day: IsoDate): Clock {
  return { now: () => new Date(`${day}T10:00:00+08:00`), today: () => day }
}
