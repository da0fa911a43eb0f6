// New rows into the table, a batch a statement. What the statement needs is made apart from sending it, so that a long row
// of batches keeps the database and this thread at work at the same time.
import { toColumns } from '@yipanqi/model/libraries/columns.ts'
import type { Field } from '@yipanqi/model/libraries/index.ts'
import { sql, type RawBuilder } from 'kysely'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'
import { sealNew } from '../sealed.ts'
import { searchOf, type SearchColumns } from '../search/search-of.ts'
import { columnArrays, type ColumnOf } from './column-arrays.ts'
import { firstColumn } from './record-row.ts'
import { machineColumns, type FullRow } from './write-rows.ts'

export interface PreparedInsert {
  readonly ids: readonly number[]
  readonly statements: readonly RawBuilder<unknown>[]
}

export async function insertRows(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  rows: readonly FullRow[],
  sealing: { readonly master: Uint8Array },
): Promise<readonly number[]> {
  if (rows.length === 0) return []
  const ids = await takeIds(trx, ledger.library.id, rows.length)
  const prepared = await prepareInsert(actor, ledger, rows, ids, sealing.master)
  await runInsert(trx, prepared)
  return ids
}

/** Sealed values are bound to the id, so it is known before the row is. */
export async function takeIds(trx: Trx, library: string, n: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select library_ids(${library}, ${n}) as id`.execute(trx)
  if (rows.length !== n) throw new Error(`no ids for ${library}`)
  return rows.map((r) => r.id)
}

export async function runInsert(trx: Trx, { statements }: PreparedInsert): Promise<void> {
  await Promise.all(statements.map((statement) => statement.execute(trx)))
}

/** Rows that are worked through before what is under way may go on. */
const stride = 200

export async function prepareInsert(
  actor: Actor,
  ledger: Ledger,
  rows: readonly FullRow[],
  ids: readonly number[],
  master: Uint8Array,
): Promise<PreparedInsert> {
  const found: SearchColumns[] = []
  for (let at = 0; at < rows.length; at += 1) {
    if (at % stride === 0) await breathe()
    found.push(searchOf(ledger.library, actor.county, (rows[at] as FullRow).values))
  }
  const { keys, columns: sealed } = sealColumns(actor, ledger, rows, ids, master)
  await breathe()
  const columns: ColumnOf[] = [
    { column: ['id', 'bigint'], at: (i) => ids[i] },
    ...plainColumns(ledger, rows),
    ...sealed,
    ...machineOf(ledger, rows, found),
  ]
  const { from, values } = columnArrays(columns, rows.length)
  const names = columns.map(({ column: [name] }) => sql.ref(name))
  const sight = sightOf(ledger, actor.county, new Set(columns.map(({ column: [name] }) => name)))
  const insert = sql`
    insert into ${sql.table(ledger.table)} (county, created_by${sight.name}, ${sql.join(names)}) overriding system value
    select ${actor.county}, ${actor.account}::bigint${sight.value}, ${sql.join([...values])} ${from}${sight.join}`
  return { ids, statements: keys ? [keys, insert] : [insert] }
}

/**
 * Who sees the rows, where it is one unit's keys: joined once a statement, and worked out again by the database. Rows of
 * no unit or of several are left to its trigger.
 */
function sightOf(ledger: Ledger, county: string, brought: ReadonlySet<string>) {
  const units = ledger.library.audience.units
    .map((name) => ledger.columns(name)[0] as string)
    .filter((column) => brought.has(column))
    .map((column) => sql`${sql.ref(`v.${column}`)}`)
  if (ledger.library.handmade || units.length === 0) return { name: sql``, value: sql``, join: sql`` }
  const all = sql.join(units)
  return {
    name: sql`, seen_by`,
    value: sql`, case when num_nonnulls(${all}) = 1 then coalesce(s.keys, '{}') else '{}' end`,
    join: sql` left join unit_sight s on s.county = ${county} and s.unit = coalesce(${all})`,
  }
}

/** What no row of the batch holds is left to the column's own default. */
function plainColumns(ledger: Ledger, rows: readonly FullRow[]): ColumnOf[] {
  return Object.entries(ledger.library.fields).flatMap(([name, field]): ColumnOf[] => {
    if (field.sealed || !rows.some((row) => (row.values[name] ?? null) !== null)) return []
    const names = ledger.columns(name)
    if (!field.store) return [{ column: [names[0] as string, typeOf(field, 0)], at: (i) => rows[i]?.values[name] }]
    const stored = rows.map((row) => toColumns(field, row.values[name] ?? null))
    return names.map((column, c) => ({ column: [column, typeOf(field, c)], at: (i) => stored[i]?.[c] }))
  })
}

const typeOf = (field: Field, column: number) => field.columns[column]?.type ?? 'text'

function sealColumns(
  { county }: Actor,
  { library }: Ledger,
  rows: readonly FullRow[],
  ids: readonly number[],
  master: Uint8Array,
): { keys: RawBuilder<unknown> | null; columns: ColumnOf[] } {
  const fields = Object.keys(library.fields).filter((name) => library.fields[name]?.sealed)
  const cells = fields.flatMap((field) =>
    rows.flatMap((row, at) => {
      const value = row.values[field]
      return typeof value === 'string' ? [{ at, id: ids[at] as number, field, value }] : []
    }),
  )
  if (cells.length === 0) return { keys: null, columns: [] }
  const { keys, sealed } = sealNew(county, library.id, cells, master)
  const byField = new Map(fields.map((field) => [field, new Map<number, string>()]))
  for (const [i, { field, at }] of cells.entries())
    byField.get(field)?.set(at, `\\x${(sealed[i] as Buffer).toString('hex')}`)
  const columns = [...byField].flatMap(([field, texts]): ColumnOf[] =>
    texts.size === 0 ? [] : [{ column: [firstColumn(library, field), 'bytea'], at: (i) => texts.get(i) }],
  )
  return { keys, columns }
}

function machineOf(ledger: Ledger, rows: readonly FullRow[], found: readonly SearchColumns[]): ColumnOf[] {
  const stamps = rows.map((row) => (ledger.stamps.columns.length === 0 ? {} : ledger.stamps.of(row.values)))
  return machineColumns(ledger).map((column): ColumnOf => {
    switch (column[0]) {
      case 'stage':
        return { column, at: (i) => rows[i]?.stage }
      case 'stage_since':
        return { column, at: (i) => rows[i]?.stageSince }
      case 'removed':
        return { column, at: (i) => rows[i]?.removed }
      case 'search_text':
        return { column, at: (i) => found[i]?.search_text }
      case 'search':
        return { column, at: (i) => found[i]?.search }
      default:
        return { column, at: (i) => stamps[i]?.[column[0]] }
    }
  })
}
