import { addDays, type IsoDate } from '@yipanqi/base'

// Lunar feasts move: 紫金山天文台 publishes them, and no rule short of astronomy gives them. 2016–2036.
const SPRING =
  '2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 ' +
  '2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08 2036-01-28'
const DRAGON_BOAT =
  '2016-06-09 2017-05-30 2018-06-18 2019-06-07 2020-06-25 2021-06-14 2022-06-03 2023-06-22 2024-06-10 2025-05-31 2026-06-19 ' +
  '2027-06-09 2028-05-28 2029-06-16 2030-06-05 2031-06-24 2032-06-12 2033-06-01 2034-06-20 2035-06-10 2036-05-30'
const MID_AUTUMN =
  '2016-09-15 2017-10-04 2018-09-24 2019-09-13 2020-10-01 2021-09-21 2022-09-10 2023-09-29 2024-09-17 2025-10-06 2026-09-25 ' +
  '2027-09-15 2028-10-03 2029-09-22 2030-09-12 2031-10-01 2032-09-19 2033-09-08 2034-09-27 2035-09-16 2036-10-04'

const LUNAR: Readonly<Record<string, readonly IsoDate[]>> = {
  春节: SPRING.split(' '),
  端午: DRAGON_BOAT.split(' '),
  中秋: MID_AUTUMN.split(' '),
}
const FIXED: Readonly<Record<string, string>> = {
  元旦: '01-01',
  五一: '05-01',
  七一: '07-01',
  八一: '08-01',
  十一: '10-01',
  国庆: '10-01',
  清明: '04-04',
}

/** Names as documents write them, for the scanner. */
export const FESTIVAL_NAMES = '春节|除夕|元宵|正月十五|端午|中秋|元旦|清明|五一|七一|八一|十一|国庆'

/** The next day of this feast on or after `date`; null beyond the years known here. */
export function nextFestival(name: string, date: IsoDate): IsoDate | null {
  if (name === '除夕') return shifted('春节', date, -1)
  if (name === '元宵' || name === '正月十五') return shifted('春节', date, 14)
  const lunar = LUNAR[name]
  // Before the first year known here the first entry would be years off.
  if (lunar) return (lunar[0] ?? '').slice(0, 4) > date.slice(0, 4) ? null : (lunar.find((d) => d >= date) ?? null)
  const fixed = FIXED[name]
  if (fixed === undefined) return null
  const year = Number(date.slice(0, 4))
  const same = `${year}-${fixed}`
  return same >= date ? same : `${year + 1}-${fixed}`
}

function shifted(name: string, date: IsoDate, days: number): IsoDate | null {
  const day = nextFestival(name, addDays(date, -days))
  return day && addDays(day, days)
}
