// Group and subtotal: how many records, and the library's own sums, by one field.
import { isIndexed, type Field, type Groups, type Value, type Values } from '@yipanqi/model/libraries/index.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { faults } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { loadRecordNames, nameFinder } from '../records/record-names.ts'
import { askOf, type Words } from './ask.ts'
import { sourceOf, type Source } from './source.ts'

export interface GroupAsk extends Words {
  readonly by: string
  readonly step?: 'month' | 'year' | undefined
}

/** More groups than anybody reads; the total still counts every record. */
const mostGroups = 200

type GroupRow = Readonly<Record<string, unknown>> & {
  readonly value: string | number | boolean | null
  readonly n: number
}

export async function groupRecords(trx: Trx, actor: Actor, ledger: Ledger, ask: GroupAsk): Promise<Groups> {
  const { library } = ledger
  const field = groupField(ledger, ask.by)
  const sums = library.sums ?? []
  const asked = await askOf(trx, actor, ledger, ask)
  const source = sourceOf(ledger, actor, asked, { fields: [ask.by, ...sums], counting: true })
  const rows = await groupRows(trx, source, groupValue(source, ask, field), sums)
  const total = wholeOf(rows, field, sums) ?? (await totalRows(trx, source, sums))
  const sumsOf = (row: GroupRow) => Object.fromEntries(sums.map((name, i) => [name, Number(row[`s${i}`] ?? 0)]))
  const label = await labels(trx, actor, ledger, ask, field, rows)
  return {
    groups: rows.map((row) => ({ value: row.value, label: label(row.value), count: row.n, sums: sumsOf(row) })),
    total: { count: total?.n ?? 0, sums: total ? sumsOf(total) : {} },
  }
}

/** Null: the stage. 400 where a field makes no groups. */
function groupField(ledger: Ledger, by: string): Field | null {
  const refuse = (message: string): never => {
    throw faults.invalid('不能这样分组', [{ path: 'by', message }])
  }
  if (by === 'stage' && ledger.library.ladder) return null
  const field = Object.hasOwn(ledger.library.fields, by) ? ledger.library.fields[by] : undefined
  if (!field) return refuse(`没有“${by.slice(0, 20)}”这一栏`)
  if (!isIndexed(field) || !(field.sortable || field.kind === 'choices')) return refuse(`“${field.label}”不能用来分组`)
  return field
}

function groupValue(source: Source, { by, step }: GroupAsk, field: Field | null): RawBuilder<unknown> {
  const column = source.column(by)
  if (field?.kind === 'choices') return sql`unnest(coalesce(nullif(${column}, '{}'), array[null]::text[]))`
  if (field?.columns[0]?.type !== 'date') return column
  return sql`date_trunc(${step ?? 'month'}, ${column}::timestamp)::date`
}

/** One row a record: what it is grouped by, what is summed. */
function base(source: Source, value: RawBuilder<unknown> | null, sums: readonly string[]): RawBuilder<unknown> {
  const several = source.parts.length > 1
  const wanted = [
    ...(several ? [sql`${source.id} as id`] : []),
    ...(value ? [sql`${value} as value`] : []),
    ...sums.map((name, i) => sql`${source.column(name)} as ${sql.ref(`s${i}`)}`),
  ]
  const walks = source.parts.map(
    (part) =>
      sql`select ${wanted.length > 0 ? sql.join(wanted) : sql`1`} from ${part.from} where ${sql.join([...part.where], sql` and `)}`,
  )
  // A record that stands in several walks is the same row in each: union takes it once.
  return sql.join(walks, sql` union `)
}

const added = (sums: readonly string[]) =>
  sums.map((_, i) => sql`coalesce(sum(${sql.ref(`s${i}`)}), 0) as ${sql.ref(`s${i}`)}`)

async function groupRows(
  trx: Trx,
  source: Source,
  value: RawBuilder<unknown>,
  sums: readonly string[],
): Promise<GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select value, ${sql.join([sql`count(*) as n`, ...added(sums)])} from (${base(source, value, sums)}) b
    group by value order by n desc, value limit ${sql.lit(mostGroups)}`.execute(trx)
  return rows
}

/** The total, where each record stands in one of the groups: they need not be read again. */
function wholeOf(rows: readonly GroupRow[], field: Field | null, sums: readonly string[]): GroupRow | null {
  if (rows.length === mostGroups || field?.kind === 'choices') return null
  const add = (name: string) => rows.reduce((sum, row) => sum + Number(row[name]), 0)
  return { value: null, n: add('n'), ...Object.fromEntries(sums.map((_, i) => [`s${i}`, add(`s${i}`)])) }
}

async function totalRows(trx: Trx, source: Source, sums: readonly string[]): Promise<GroupRow | undefined> {
  const { rows } = await sql<GroupRow>`
    select ${sql.join([sql`count(*) as n`, ...added(sums)])} from (${base(source, null, sums)}) b`.execute(trx)
  return rows[0]
}

async function labels(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  { by, step }: GroupAsk,
  field: Field | null,
  rows: readonly GroupRow[],
): Promise<(value: GroupRow['value']) => string> {
  const empty = '（未填）'
  const { library } = ledger
  if (!field) return (value) => library.ladder?.stages.find((s) => s.id === value)?.name ?? String(value ?? empty)
  if (field.columns[0]?.type === 'date')
    return (value) => {
      const [year, month] = String(value ?? '').split('-')
      if (value === null) return empty
      return step === 'year' ? `${year}年` : `${year}年${Number(month)}月`
    }
  if (field.kind === 'choices') return (value) => String(value ?? empty)
  const values = rows.map((row): Values => ({ [by]: row.value }))
  const find = nameFinder(await loadRecordNames(trx, actor, library, values))
  return (value) => (value === null ? empty : field.format(value as Value & {}, find))
}
