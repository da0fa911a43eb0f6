// A matter's two search columns. Whoever writes a title or a number asks for them here.
import { getLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import { sql } from 'kysely'
import type { Trx } from '../db/with-actor.ts'
import { searchOf, type SearchColumns } from '../library/search/search-of.ts'

export const matterSearch = (county: string, title: string, number: string | null): SearchColumns =>
  searchOf(getLibrary('matters'), county, { title, number })

interface Named {
  readonly id: number
  readonly title: string
  readonly number: string | null
}

/** After titles or numbers of these matters were written. */
export async function indexMatters(trx: Trx, county: string, ids: readonly number[]): Promise<void> {
  const { rows } = await sql<Named>`
    select id, title, number from matter where county = ${county} and id = any (${[...ids]}::bigint[])`.execute(trx)
  await write(trx, county, rows)
}

/** Matters that came before there was an index, a batch; answers how many. */
export async function indexOldMatters(trx: Trx, county: string, batch = 1000): Promise<number> {
  const { rows } = await sql<Named>`
    select id, title, number from matter where county = ${county} and search_text = '' order by id limit ${batch}`.execute(
    trx,
  )
  await write(trx, county, rows)
  return rows.length
}

async function write(trx: Trx, county: string, matters: readonly Named[]): Promise<void> {
  if (matters.length === 0) return
  const made = matters.map((m) => ({ id: m.id, ...matterSearch(county, m.title, m.number) }))
  // A title of signs alone has no text to find; a blank keeps it from being asked again.
  await sql`
    update matter m set search_text = case when j.search_text = '' then ' ' else j.search_text end, search = j.search
    from json_to_recordset(${JSON.stringify(made)}::json) j(id bigint, search_text text, search int[])
    where m.county = ${county} and m.id = j.id`.execute(trx)
}
