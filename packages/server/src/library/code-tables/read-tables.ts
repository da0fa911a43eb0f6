// What stands in the code tables of a county: shipped levels and its own.
import {
  codeTableIds,
  codeTableWords,
  industrySections,
  readDivisionTable,
  readIndustryTable,
  type CodeNode,
  type CodeQuery,
  type CodeTableId,
  type CodeTableItem,
  type ParseContext,
} from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { keepersOfTables } from './bring-table.ts'

const divisionsShipped = industrySections.reduce((sum, s) => sum + s.divisions.length, 0)
const shipped: Readonly<Record<CodeTableId, string>> = {
  industry: `${industrySections.length} 门类、${divisionsShipped} 大类`,
  division: '',
}

export async function listTables(trx: Trx, actor: Actor): Promise<CodeTableItem[]> {
  const rows = await trx.selectFrom('code_table').selectAll().where('county', '=', actor.county).execute()
  return codeTableIds.map((table) => {
    const own = rows.find((row) => row.tbl === table)
    return {
      table,
      name: codeTableWords[table],
      shipped: shipped[table],
      own: own ? { counts: own.counts, rows: own.row_count, fileName: own.file_name, loadedAt: own.loaded_at } : null,
      mayChange: (keepersOfTables as readonly string[]).includes(actor.post),
    }
  })
}

const mostFound = 50
const mostChildren = 2000

/** One level of the tree, or what a search finds. */
export async function readCodes(trx: Trx, actor: Actor, table: CodeTableId, query: CodeQuery): Promise<CodeNode[]> {
  if (query.q) return findCodes(trx, actor, table, query.q)
  const under = query.under ?? ''
  if (table === 'industry' && under === '')
    return industrySections.map(({ code, name }) => ({ code, name, more: true }))
  if (table === 'industry' && under.length === 1) {
    const section = industrySections.find((s) => s.code === under)
    const own = await trx
      .selectFrom('code_table')
      .select('tbl')
      .where('county', '=', actor.county)
      .where('tbl', '=', table)
      .executeTakeFirst()
    return (section?.divisions ?? []).map(([code, name]) => ({ code: under + code, name, more: own !== undefined }))
  }
  const below = sql`county = ${actor.county} and tbl = ${table} and code > ${under} and code < ${`${under}~`}`
  const { rows } = await sql<CodeNode>`
    select c.code, c.name, exists (
      select 1 from code_name d where d.county = c.county and d.tbl = c.tbl and d.code > c.code and d.code < c.code || '~'
    ) as more
    from code_name c
    where ${below} and length(c.code) = (select min(length(code)) from code_name where ${below})
    order by c.code limit ${mostChildren}`.execute(trx)
  return rows
}

async function findCodes(trx: Trx, actor: Actor, table: CodeTableId, words: string): Promise<CodeNode[]> {
  const { rows } = await sql<CodeNode>`
    select code, name, false as more from code_name
    where county = ${actor.county} and tbl = ${table} and (position(${words} in name) > 0 or starts_with(code, ${words}))
    order by length(code), code limit ${mostFound}`.execute(trx)
  const own = table === 'industry' ? shippedNodes().filter((n) => n.name.includes(words)) : []
  return [...own, ...rows].slice(0, mostFound)
}

const shippedNodes = (): CodeNode[] =>
  industrySections.flatMap((s) => [
    { code: s.code, name: s.name, more: true },
    ...s.divisions.map(([code, name]) => ({ code: s.code + code, name, more: true })),
  ])

/** Names of codes as lists and exports write them behind the code; what the county has not brought is left out. */
export async function namesOfCodes(
  trx: Trx,
  county: string,
  table: CodeTableId,
  codes: readonly string[],
): Promise<Record<string, string>> {
  // 门类 and 大类 ship with the kind itself.
  const asked = [...new Set(codes)].filter((code) => table !== 'industry' || code.length > 3)
  if (asked.length === 0) return {}
  const rows = await trx
    .selectFrom('code_name')
    .select(['code', 'name'])
    .where('county', '=', county)
    .where('tbl', '=', table)
    .where('code', 'in', asked)
    .execute()
  return Object.fromEntries(rows.map((row) => [row.code, row.name]))
}

/** What parsing asks the county's own tables: the code of a name, or of a code whether it is there. */
export async function openCodes(trx: Trx, county: string): Promise<NonNullable<ParseContext['code']>> {
  const rows = await trx.selectFrom('code_name').select(['tbl', 'code', 'name']).where('county', '=', county).execute()
  const of = (table: CodeTableId) => rows.filter((row) => row.tbl === table)
  const industries = of('industry')
  const industry = industries.length > 0 ? readIndustryTable(industries) : null
  const division = readDivisionTable(of('division'))
  return (table, text) => {
    if (table === 'division') return division.ok ? division.table.codeOf(text) : null
    return industry?.ok ? industry.table.codeOf(text) : null
  }
}
