// A record as SQL brings it, and its values again.
import { columnNames, type Field, type Library, type Values } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import { prepared, type Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'
import { valuesOf } from '../rows.ts'

export interface RecordRow {
  readonly id: number
  readonly version: number
  readonly removed: string | null
  readonly updated_at: string | null
  readonly stage: string | null
  readonly stage_since: string | null
  /** The actor's own unit has a part in it. */
  readonly mine: boolean
  readonly [column: string]: unknown
}

/** The records of these ids that the actor sees, by id. With `lock` they are held until the transaction ends. */
export async function loadRows(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  ids: readonly number[],
  lock = false,
): Promise<Map<number, RecordRow>> {
  if (ids.length === 0) return new Map()
  const { library } = ledger
  const made = !library.handmade
  const fields = Object.keys(library.fields).flatMap((name) => ledger.columns(name))
  const columns = [
    'r.id, r.version',
    made ? 'r.removed, r.updated_at' : 'null::date as removed, null::timestamptz as updated_at',
    library.ladder ? 'r.stage, r.stage_since' : 'null::text as stage, null::date as stage_since',
  ]
  const one = ids.length === 1
  const { rows } = await sql<RecordRow>`${sql.raw(one ? prepared : '')}
    select ${sql.raw(columns.join(', '))}, ${made ? sql`may_see(r.seen_by, r.created_by)` : sql`false`} as mine,
      ${sql.join([...new Set(fields)].map((c) => sql.ref(`r.${c}`)))}
    from ${sql.table(ledger.table)} r
    where ${sql.join([sql`r.county = ${actor.county}`, ...ledger.belongs('r')], sql` and `)}
      and r.id = ${one ? ids[0] : sql`any (${`{${ids.join(',')}}`}::bigint[])`}
    order by r.id ${lock ? sql`for update of r` : sql``}`.execute(trx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Values of a row. Sealed fields are not among them: they are opened together ({@link showSealed}). */
export const plainValues = (ledger: Ledger, row: Readonly<Record<string, unknown>>): Values =>
  valuesOf(ledger, row, Object.keys(ledger.library.fields))

/** The name of a record, whatever kind its title field is. */
export function titleOf(library: Library, values: Values): string {
  const value = values[library.title] ?? null
  return value === null ? '（未填名称）' : (library.fields[library.title] as Field).format(value)
}

export const stageName = (library: Library, stage: string | null): string | null =>
  stage === null ? null : (library.ladder?.stages.find((s) => s.id === stage)?.name ?? stage)

export const firstColumn = (library: Library, name: string): string =>
  columnNames(name, library.fields[name] as Field)[0] as string
