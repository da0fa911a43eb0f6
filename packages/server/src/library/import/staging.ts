// Rows of an import between the file and the ledger. What they say is sealed, some hundred rows at a time, under a key of
// the import: personal facts stand nowhere in clear, and nothing outlives the import's own key. What each row would do
// stands beside it, a row a row, so that it can be counted, filtered and compared.
import type { ImportAction, Values } from '@yipanqi/model/libraries/index.ts'
import { sql, type RawBuilder } from 'kysely'
import { openBytes, sealBytes } from '../../db/personal/seal-bytes.ts'
import { subjectKey, subjectKeys } from '../../db/personal/subject-key.ts'
import type { StagedCells, StagedProblem } from '../../db/schema-library.ts'
import type { Trx } from '../../db/with-actor.ts'
import { columnArrays, type ColumnOf, type SqlColumn } from '../records/column-arrays.ts'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { PlannedRow } from './plan-rows.ts'

export interface StagedRow {
  readonly row: number
  readonly cells: StagedCells
  readonly values: Values
  readonly stage?: string
  readonly stageSince?: string
  readonly errors: readonly StagedProblem[]
  readonly warnings: readonly StagedProblem[]
  readonly action: ImportAction
  readonly target: number | null
  readonly targetVersion: number | null
  readonly keys: readonly string[]
  readonly toldBy: number | null
  readonly fixed: boolean
}

export interface Staging {
  readonly county: string
  readonly id: number
  /** Null: the import is over and its key is gone. */
  readonly key: Buffer | null
}

const subjectOf = (id: number): string => `import:${id}`
const contextOf = ({ county, id }: Staging, chunk: number): string => `${county}/${subjectOf(id)}/${chunk}`

export async function openStaging(trx: Trx, county: string, id: number, master: Uint8Array): Promise<Staging> {
  return { county, id, key: await subjectKey(trx, county, subjectOf(id), master) }
}

/** The same for a reader: without a key what was sealed is gone. */
export async function readStaging(trx: Trx, county: string, id: number, master: Uint8Array): Promise<Staging> {
  const keys = await subjectKeys(trx, county, [subjectOf(id)], master)
  return { county, id, key: keys.get(subjectOf(id)) ?? null }
}

export async function eraseKey(trx: Trx, county: string, id: number): Promise<void> {
  await trx.deleteFrom('subject_key').where('county', '=', county).where('subject', '=', subjectOf(id)).execute()
}

/** What a row says. */
interface Said {
  readonly row: number
  readonly cells: StagedCells
  readonly values: Values
  readonly stage?: string
  readonly since?: string
}

const saidOf = ({ row: { row, cells }, values, stage }: PlannedRow): Said => ({ row, cells, values, ...stage })

/** A page of the preview opens the chunks of its rows, a commit all of them: small enough for one, large enough for the other. */
const chunkRows = 250

const columns: readonly SqlColumn[] = [
  ['row', 'integer'],
  ['chunk', 'integer'],
  ['own', 'bytea'],
  ['errors', 'jsonb'],
  ['warnings', 'jsonb'],
  ['action', 'text'],
  ['target', 'bigint'],
  ['target_version', 'integer'],
  ['keys', 'jsonb'],
  ['told_by', 'integer'],
  ['fixed', 'boolean'],
]

/** Rows as they were read, in the order of the file. Throws where one is there already. */
export async function stageRows(trx: Trx, staging: Staging, rows: readonly PlannedRow[]): Promise<void> {
  if (rows.length === 0) return
  const list = rows.map((planned, i) => {
    const first = rows[i - (i % chunkRows)] as PlannedRow
    return doing(planned, first.row.row)
  })
  const starts = Array.from({ length: Math.ceil(rows.length / chunkRows) }, (_, i) => i * chunkRows)
  const chunks = starts.map((at) => {
    const said = rows.slice(at, at + chunkRows).map(saidOf)
    const first = (said[0] as Said).row
    return { first, sealed: seal(staging, first, said) }
  })
  await sql`
    insert into import_chunk (county, import, chunk, sealed)
    values ${sql.join(chunks.map(({ first, sealed }) => sql`(${staging.county}, ${staging.id}, ${first}, ${sealed})`))}`.execute(
    trx,
  )
  const { from, values } = columnArrays(columnsOf(list), list.length)
  await sql`
    insert into import_row (county, import, ${names}) select ${staging.county}, ${staging.id}::bigint, ${sql.join([...values])} ${from}`.execute(
    trx,
  )
}

/** Rows that were planned anew: what they say now stands with the row itself. `isFixed`: by the clerk's hand. */
export async function restageRows(
  trx: Trx,
  staging: Staging,
  rows: readonly PlannedRow[],
  isFixed: (row: number) => boolean,
): Promise<void> {
  if (rows.length === 0) return
  const list = rows.map((planned) => ({
    ...doing(planned, 0),
    own: `\\x${seal(staging, planned.row.row, saidOf(planned)).toString('hex')}`,
    fixed: isFixed(planned.row.row),
  }))
  const { from, values } = columnArrays(columnsOf(list), list.length)
  await sql`
    update import_row r set own = v.own, errors = v.errors, warnings = v.warnings, action = v.action, target = v.target,
      target_version = v.target_version, keys = v.keys, told_by = v.told_by, fixed = r.fixed or v.fixed
    from (select ${sql.join(values.map((value, i) => sql`${value} as ${sql.ref((columns[i] as SqlColumn)[0])}`))} ${from}) v
    where r.county = ${staging.county} and r.import = ${staging.id} and r.row = v.row`.execute(trx)
}

const columnsOf = (list: readonly Readonly<Record<string, unknown>>[]): ColumnOf[] =>
  columns.map((column) => ({ column, at: (i) => list[i]?.[column[0]] }))

const names = sql.join(columns.map(([name]) => sql.ref(name)))

const doing = (planned: PlannedRow, chunk: number) => ({
  row: planned.row.row,
  chunk,
  errors: planned.errors.length > 0 ? JSON.stringify(planned.errors) : null,
  warnings: planned.warnings.length > 0 ? JSON.stringify(planned.warnings) : null,
  action: planned.action,
  target: planned.target,
  target_version: planned.targetVersion,
  keys: JSON.stringify(planned.keys),
  told_by: planned.toldBy,
  fixed: false,
})

/**
 * Packed first: the cipher takes longer than the packing, and a table repeats itself. Not in a thread: each keeps a heap
 * of its own, and the server's memory is bounded.
 */
function seal(staging: Staging, chunk: number, said: Said | readonly Said[]): Buffer {
  if (!staging.key) throw new Error(`import ${staging.id} is over`)
  return sealBytes(staging.key, deflateRawSync(JSON.stringify(said), { level: 1 }), contextOf(staging, chunk))
}

function open<T>(staging: Staging, chunk: number, sealed: Uint8Array): T | null {
  const plain = staging.key && openBytes(staging.key, sealed, contextOf(staging, chunk))
  return plain ? (JSON.parse(inflateRawSync(plain).toString()) as T) : null
}

interface SqlRow {
  row: number
  chunk: number
  own: Buffer | null
  errors: StagedProblem[] | null
  warnings: StagedProblem[] | null
  action: ImportAction
  target: number | null
  target_version: number | null
  keys: string[]
  told_by: number | null
  fixed: boolean
}

/** Which rows, in their order. */
export interface Wanted {
  readonly after?: number
  readonly limit?: number
  readonly actions?: readonly ImportAction[]
  readonly warned?: boolean
  /** New by a key that no unique index guards. */
  readonly told?: boolean
  readonly rows?: readonly number[]
}

export async function loadStaged(trx: Trx, staging: Staging, wanted: Wanted): Promise<StagedRow[]> {
  const where = [
    sql`county = ${staging.county}`,
    sql`import = ${staging.id}`,
    ...(wanted.after === undefined ? [] : [sql`row > ${wanted.after}`]),
    ...(wanted.actions ? [sql`action = any (${[...wanted.actions]}::text[])`] : []),
    ...(wanted.warned ? [sql`warnings is not null`] : []),
    ...(wanted.told ? [sql`told_by is not null`] : []),
    ...(wanted.rows ? [sql`row = any (${`{${wanted.rows.join(',')}}`}::int[])`] : []),
  ]
  const which = sql`from import_row where ${sql.join(where, sql` and `)} order by row
    ${wanted.limit === undefined ? sql`` : sql`limit ${sql.lit(wanted.limit)}`}`
  // Asked together: a commit asks for its next rows while it writes, and a second trip would wait for the first.
  const [{ rows }, said] = await Promise.all([
    sql<SqlRow>`select ${names} ${which}`.execute(trx),
    loadSaid(trx, staging, which),
  ])
  return rows.map((r) => stagedOf(r, r.own ? open<Said>(staging, r.row, r.own) : (said.get(r.row) ?? null)))
}

async function loadSaid(trx: Trx, staging: Staging, which: RawBuilder<unknown>): Promise<Map<number, Said>> {
  if (!staging.key) return new Map()
  const { rows } = await sql<{ chunk: number; sealed: Buffer }>`
    select chunk, sealed from import_chunk
    where county = ${staging.county} and import = ${staging.id} and chunk = any (array(select distinct w.chunk from (select chunk, own ${which}) w where w.own is null))`.execute(
    trx,
  )
  return new Map(rows.flatMap((f) => (open<Said[]>(staging, f.chunk, f.sealed) ?? []).map((s) => [s.row, s] as const)))
}

function stagedOf(r: SqlRow, said: Said | null): StagedRow {
  return {
    row: r.row,
    cells: said?.cells ?? {},
    values: said?.values ?? {},
    ...(said?.stage === undefined ? {} : { stage: said.stage }),
    ...(said?.since === undefined ? {} : { stageSince: said.since }),
    errors: r.errors ?? [],
    warnings: r.warnings ?? [],
    action: r.action,
    target: r.target,
    targetVersion: r.target_version,
    keys: r.keys,
    toldBy: r.told_by,
    fixed: r.fixed,
  }
}
