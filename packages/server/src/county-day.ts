import { chineseCalendar, type Calendar, type IsoDate } from '@yipanqi/base'
import type { Trx } from './db/with-actor.ts'

const kept = new Map<string, Calendar>()

/** The county's working-day calendar: the national one with the days that its administrator added. */
export async function loadCalendar(trx: Trx, county: string): Promise<Calendar> {
  const row = await trx
    .selectFrom('county')
    .select(['settings', 'version'])
    .where('code', '=', county)
    .executeTakeFirst()
  const key = `${county}/${row?.version ?? 0}`
  const known = kept.get(key)
  if (known) return known
  const calendar = chineseCalendar({
    holidays: (row?.settings.holidays ?? []) as IsoDate[],
    workdays: (row?.settings.workdays ?? []) as IsoDate[],
  })
  kept.set(key, calendar)
  return calendar
}
