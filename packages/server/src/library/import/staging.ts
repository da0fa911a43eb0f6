// Rows of an import between the file and the ledger. What is personal in them is sealed as one under a key of the
// import, which is erased with its end: a copy that nobody needs any more must not outlive the person's own key.
import type { ImportAction, Library, Values } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import { openBytes, sealBytes } from '../../db/personal/seal-bytes.ts'
import { subjectKey, subjectKeys } from '../../db/personal/subject-key.ts'
import type { StagedCells, StagedProblem } from '../../db/schema-library.ts'
import type { Trx } from '../../db/with-actor.ts'
import { sealedFields } from '../sealed.ts'
import type { PlannedRow } from './plan-rows.ts'
import type { Reading } from './read-row.ts'

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
  readonly key: Buffer
}

const subjectOf = (id: number): string => `import:${id}`
const contextOf = (county: string, id: number, row: number): string => `${county}/${subjectOf(id)}/${row}`

export async function openStaging(trx: Trx, county: string, id: number, master: Uint8Array): Promise<Staging> {
  return { county, id, key: await subjectKey(trx, county, subjectOf(id), master) }
}

/** The same for a reader: without a key (the import is over) what was sealed is gone. */
export async function readStaging(trx: Trx, county: string, id: number, master: Uint8Array): Promise<Staging> {
  const keys = await subjectKeys(trx, county, [subjectOf(id)], master)
  return { county, id, key: keys.get(subjectOf(id)) ?? Buffer.alloc(32) }
}

export async function eraseKey(trx: Trx, county: string, id: number): Promise<void> {
  await trx.deleteFrom('subject_key').where('county', '=', county).where('subject', '=', subjectOf(id)).execute()
}

interface Secret {
  readonly cells: StagedCells
  readonly values: Values
}

const stageKey = '@stage'
const sinceKey = '@stageSince'

/** JSON of planned rows as {@link writeStaged} takes them. */
export function stagedJson(
  staging: Staging,
  library: Library,
  readings: readonly Reading[],
  rows: readonly PlannedRow[],
  fixed = false,
): string {
  const secret = new Set(sealedFields(library))
  const columns = readings.filter((r) => secret.has(r.name)).map((r) => String(r.column.index))
  return JSON.stringify(rows.map((planned) => rowOf(staging, secret, columns, planned, fixed)))
}

function rowOf(
  { county, id, key }: Staging,
  secret: ReadonlySet<string>,
  columns: readonly string[],
  { row: { row, cells }, values, stage, ...planned }: PlannedRow,
  fixed: boolean,
) {
  const hidden = columns.filter((c) => cells[c] !== undefined)
  const plain = {
    ...(stage?.stage ? { [stageKey]: stage.stage } : {}),
    ...(stage?.since ? { [sinceKey]: stage.since } : {}),
  }
  const facts: Secret | null =
    hidden.length === 0
      ? null
      : {
          cells: Object.fromEntries(hidden.map((c) => [c, cells[c] ?? ''])),
          values: Object.fromEntries(Object.entries(values).filter(([name]) => secret.has(name))),
        }
  return {
    row,
    cells: facts ? Object.fromEntries(Object.entries(cells).filter(([c]) => !(c in facts.cells))) : cells,
    values: {
      ...(facts ? Object.fromEntries(Object.entries(values).filter(([n]) => !secret.has(n))) : values),
      ...plain,
    },
    sealed: facts && sealBytes(key, Buffer.from(JSON.stringify(facts)), contextOf(county, id, row)).toString('base64'),
    errors: planned.errors.length > 0 ? planned.errors : null,
    warnings: planned.warnings.length > 0 ? planned.warnings : null,
    action: planned.action,
    target: planned.target,
    target_version: planned.targetVersion,
    keys: planned.keys,
    told_by: planned.toldBy,
    fixed,
  }
}

/** Rows under row security cannot be copied in; a thousand a statement as JSON cost no more than COPY and a second table. */
export async function writeStaged(trx: Trx, { county, id }: Staging, json: string): Promise<void> {
  await sql`
    insert into import_row as r (county, import, row, cells, "values", sealed, errors, warnings, action, target, target_version, keys, told_by, fixed)
    select ${county}, ${id}::bigint, v.row, v.cells, v."values", decode(v.sealed, 'base64'), v.errors, v.warnings, v.action, v.target, v.target_version, v.keys, v.told_by, v.fixed
    from json_to_recordset(${json}::json) as v(row int, cells jsonb, "values" jsonb, sealed text, errors jsonb, warnings jsonb,
      action text, target bigint, target_version int, keys jsonb, told_by int, fixed boolean)
    on conflict (county, import, row) do update set cells = excluded.cells, "values" = excluded."values", sealed = excluded.sealed,
      errors = excluded.errors, warnings = excluded.warnings, action = excluded.action, target = excluded.target,
      target_version = excluded.target_version, keys = excluded.keys, told_by = excluded.told_by, fixed = r.fixed or excluded.fixed`.execute(
    trx,
  )
}

interface SqlRow {
  row: number
  cells: StagedCells
  values: Record<string, unknown>
  sealed: Buffer | null
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
  readonly rows?: readonly number[]
}

export async function loadStaged(trx: Trx, staging: Staging, wanted: Wanted): Promise<StagedRow[]> {
  const { county, id, key } = staging
  const where = [
    sql`county = ${county}`,
    sql`import = ${id}`,
    ...(wanted.after === undefined ? [] : [sql`row > ${wanted.after}`]),
    ...(wanted.actions ? [sql`action = any (${[...wanted.actions]}::text[])`] : []),
    ...(wanted.warned ? [sql`warnings is not null`] : []),
    ...(wanted.rows ? [sql`row = any (${[...wanted.rows]}::int[])`] : []),
  ]
  const { rows } = await sql<SqlRow>`
    select row, cells, "values", sealed, errors, warnings, action, target, target_version, keys, told_by, fixed
    from import_row where ${sql.join(where, sql` and `)} order by row
    ${wanted.limit === undefined ? sql`` : sql`limit ${sql.lit(wanted.limit)}`}`.execute(trx)
  return rows.map((r) => {
    const plain = r.sealed && openBytes(key, r.sealed, contextOf(county, id, r.row))
    const secret = plain ? (JSON.parse(plain.toString()) as Secret) : null
    const { [stageKey]: stage, [sinceKey]: since, ...values } = r.values
    return {
      row: r.row,
      cells: secret ? { ...r.cells, ...secret.cells } : r.cells,
      values: { ...values, ...secret?.values } as Values,
      ...(typeof stage === 'string' ? { stage } : {}),
      ...(typeof since === 'string' ? { stageSince: since } : {}),
      errors: r.errors ?? [],
      warnings: r.warnings ?? [],
      action: r.action,
      target: r.target,
      targetVersion: r.target_version,
      keys: r.keys,
      toldBy: r.told_by,
      fixed: r.fixed,
    }
  })
}
