import { chineseCalendar, type Calendar, type CalendarExtra, type IsoDate } from '@yipanqi/base'
import type { Trx } from './db/with-actor.ts'

const kept = new Map<string, Calendar>()

/** The county's working-day calendar: the national one with the days that its administrator added. */
export async function loadCalendar(trx: Trx, county: string): Promise<Calendar> {
  const { version, ...days } = await daysAndVersion(trx, county)
  const key = `${county}/${version}`
  const known = kept.get(key)
  if (known) return known
  const calendar = chineseCalendar(days)
  kept.set(key, calendar)
  return calendar
}

/** 放假 and 调休 days that the county added, as plain data: a calendar has functions, which no thread can be sent. */
export async function loadCountyDays(trx: Trx, county: string): Promise<Required<CalendarExtra>> {
  const { holidays, workdays } = await daysAndVersion(trx, county)
  return { holidays, workdays }
}

async function daysAndVersion(trx: Trx, county: string): Promise<Required<CalendarExtra> & { version: number }> {
  const row = await trx
    .selectFrom('county')
    .select(['settings', 'version'])
    .where('code', '=', county)
    .executeTakeFirst()
  return {
    holidays: (row?.settings.holidays ?? []) as IsoDate[],
    workdays: (row?.settings.workdays ?? []) as IsoDate[],
    version: row?.version ?? 0,
  }
}
