import { administrators, auditOps, postWords, type AuditItem, type Page, type Post } from '@yipanqi/model'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { AuditTable } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { loadUnits } from '../loop/refuse.ts'
import { loadNames } from '../people.ts'
import { idsIn, valueWords, type Known } from './values.ts'
import { columnName, tableName } from './words.ts'

export interface AuditQuery {
  /** Days in Beijing time, both inclusive. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Login name. */
  readonly account?: string | undefined
  readonly table?: string | undefined
  readonly key?: string | undefined
  readonly op?: (typeof auditOps)[number] | undefined
  /** Only what administrators did. */
  readonly admins?: boolean | undefined
  readonly after?: number | undefined
  readonly limit: number
}

type Row = Selectable<AuditTable>

/** Audit rows of the county, the newest first. Row security lets the auditor and the system read, nobody else. */
export async function readAudit(house: House, trx: Trx, county: string, query: AuditQuery): Promise<Page<AuditItem>> {
  const account = query.account ? await accountId(trx, county, query.account) : undefined
  let rows = trx
    .selectFrom('audit')
    .selectAll()
    .where('county', '=', county)
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
  if (query.from) rows = rows.where('at', '>=', `${query.from}T00:00:00+08:00`)
  if (query.to)
    rows = rows.where('at', '<', sql<string>`(${query.to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
  if (account !== undefined) rows = rows.where('account', '=', account)
  if (query.table) rows = rows.where('tbl', '=', query.table)
  if (query.key) rows = rows.where('row_key', '=', query.key)
  if (query.op) rows = rows.where('op', '=', query.op)
  if (query.admins) rows = rows.where('post', 'in', [...administrators])
  if (query.after) rows = rows.where('id', '<', query.after)
  const found = await rows.execute()
  const page = found.slice(0, query.limit)
  return {
    items: await presentRows(house, trx, county, page),
    next: found.length > query.limit ? String(page.at(-1)?.id) : null,
    count: null,
  }
}

/** A name that nobody has finds nothing, and says so by an empty list. */
async function accountId(trx: Trx, county: string, name: string): Promise<number> {
  const row = await trx
    .selectFrom('account')
    .select('id')
    .where('county', '=', county)
    .where('name', '=', name.trim().toLowerCase())
    .executeTakeFirst()
  return row?.id ?? -1
}

async function presentRows(house: House, trx: Trx, county: string, rows: readonly Row[]): Promise<AuditItem[]> {
  const ids = rows.flatMap((r) => [idsIn(r.before, r.tbl), idsIn(r.after, r.tbl)])
  const keyed = (table: string) => rows.filter((r) => r.tbl === table).map((r) => Number(r.row_key.split('/')[0]))
  const accounts = [...rows.map((r) => r.account), ...ids.flatMap((i) => i.accounts), ...keyed('account')]
  const names = await loadNames(house, trx, county, [...accounts, ...keyed('credential'), ...keyed('second_factor')])
  const logins = await loadLogins(trx, county, [...names.keys()])
  const units = await loadUnits(trx, county, [...ids.flatMap((i) => i.units), ...keyed('unit')])
  const known: Known = {
    units: new Map([...units].map(([id, u]) => [id, u.short])),
    accounts: new Map([...names].map(([id, display]) => [id, `${display}（${logins.get(id) ?? id}）`])),
  }
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    who: {
      account: row.account === null ? null : (logins.get(row.account) ?? null),
      display: row.account === null ? '系统' : (names.get(row.account) ?? `账号 ${row.account}`),
      post: postOf(row.post),
    },
    op: row.op,
    table: { id: row.tbl, name: tableName(row.tbl) },
    key: keyWords(row, known),
    fields: fieldsOf(row, known),
    request: row.request,
  }))
}

function postOf(post: string | null): string {
  if (post === null || post === '' || post === 'system') return '系统'
  return postWords[post as Post] ?? '系统'
}

const aboutAccount = new Set(['account', 'credential', 'second_factor'])

function keyWords(row: Row, known: Known): string {
  const id = Number(row.row_key.split('/')[0])
  if (row.tbl === 'unit') return known.units.get(id) ?? `编号 ${row.row_key}`
  if (aboutAccount.has(row.tbl)) return known.accounts.get(id) ?? `编号 ${row.row_key}`
  return row.row_key === '' ? '' : `编号 ${row.row_key}`
}

/** Bookkeeping that says nothing to a reader. */
const silent = new Set(['county', 'id', 'version', 'created_at'])

function fieldsOf(row: Row, known: Known): AuditItem['fields'] {
  const columns = [...new Set([...Object.keys(row.before ?? {}), ...Object.keys(row.after ?? {})])]
  return columns
    .filter((column) => !silent.has(column) && !(column === 'account' && aboutAccount.has(row.tbl)))
    .map((column) => ({
      label: columnName(row.tbl, column),
      from: side(row.op !== 'I', row.before, row.tbl, column, known),
      to: side(row.op !== 'D', row.after, row.tbl, column, known),
    }))
}

function side(there: boolean, values: Row['before'], table: string, column: string, known: Known): string | null {
  return there ? valueWords(table, column, values?.[column], known) : null
}

async function loadLogins(trx: Trx, county: string, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('account')
    .select(['id', 'name'])
    .where('county', '=', county)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map((r) => [r.id, r.name]))
}
