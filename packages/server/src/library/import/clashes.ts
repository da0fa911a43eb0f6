// Two rows of one file that mean the same record, or hold one key: neither is written, and each names the other.
import type { ImportCounts, Library } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { StagedProblem } from '../../db/schema-library.ts'
import type { Trx } from '../../db/with-actor.ts'
import { problem, type Reading } from './read-row.ts'

/** How many other rows a message names. */
const named = 5

/** Tells the rows that share one of these keys; without keys all of the import are looked at. */
export async function tellClashes(
  trx: Trx,
  county: string,
  id: number,
  library: Library,
  readings: readonly Reading[],
  keys?: readonly string[],
): Promise<void> {
  if (keys?.length === 0) return
  const { rows: groups } = await sql<{ key: string; rows: number[]; n: number }>`
    select k as key, (array_agg(row order by row))[1:${sql.lit(named + 1)}] as rows, count(*) as n
    from import_row r, jsonb_array_elements_text(r.keys) k
    where r.county = ${county} and r.import = ${id} ${keys ? sql`and r.keys ?| ${[...keys]}::text[] and k = any (${[...keys]}::text[])` : sql``}
    group by k having count(*) > 1`.execute(trx)
  for (let at = 0; at < groups.length; at += 1000) {
    const list = groups
      .slice(at, at + 1000)
      .map(({ key, rows, n }) => ({ key, told: clashOf(library, readings, key, rows, n) }))
    await sql`
      update import_row r set action = 'invalid', errors = m.told || coalesce((
          select jsonb_agg(e) from jsonb_array_elements(coalesce(r.errors, '[]')) e
          where not (m.told @> jsonb_build_array(jsonb_build_object('clash', e -> 'clash', 'field', e -> 'field')))), '[]')
      from (
        select i.row, jsonb_agg(v.told) as told
        from import_row i, jsonb_array_elements_text(i.keys) k, jsonb_to_recordset(${JSON.stringify(list)}::jsonb) v(key text, told jsonb)
        where i.county = ${county} and i.import = ${id} and v.key = k group by i.row) m
      where r.county = ${county} and r.import = ${id} and r.row = m.row`.execute(trx)
  }
}

function clashOf(
  library: Library,
  readings: readonly Reading[],
  key: string,
  rows: readonly number[],
  n: number,
): StagedProblem {
  const fields = key.startsWith('#') ? (library.matchKeys[0] ?? []) : key.slice(0, key.indexOf('=')).split('+')
  const list = `第 ${rows.slice(0, named).join('、')} 行${n > named ? `等 ${n} 行` : ''}`
  const words = fields.map((name) => library.fields[name]?.label).join('、')
  const message = key.startsWith('#')
    ? `${list}指的是库里的同一条${library.noun}，请只留一行`
    : `${list}的${words}相同，请核对后只留一行`
  return { ...problem(library, readings, fields[0] ?? null, message), clash: true }
}

export async function countRows(trx: Trx, county: string, id: number): Promise<ImportCounts> {
  const { rows } = await sql<ImportCounts>`
    select count(*) as total, count(*) filter (where action = 'new') as new, count(*) filter (where action = 'change') as change,
      count(*) filter (where action = 'same') as same, count(*) filter (where action = 'invalid') as invalid,
      count(*) filter (where warnings is not null) as warned
    from import_row where county = ${county} and import = ${id}`.execute(trx)
  return rows[0] as ImportCounts
}
