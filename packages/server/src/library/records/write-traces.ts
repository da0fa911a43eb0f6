// What a written record leaves beside its row: steps of its stage, and the files that hang on it.
import type { Library, Values } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'

interface Traced {
  readonly id: number
  readonly values: Values
  readonly touched: readonly string[]
  readonly stage: string | null
  readonly stageSince: string | null
  /** The stage before; null: a new record; undefined: the stage did not move. */
  readonly from: string | null | undefined
}

interface StepWords {
  readonly reason?: string | undefined
  readonly step?: { readonly reason?: string | undefined; readonly approver?: string | undefined }
}

export async function writeSteps(
  trx: Trx,
  actor: Actor,
  library: Library,
  rows: readonly Traced[],
  words: StepWords,
): Promise<void> {
  if (!library.ladder) return
  const steps = rows
    .filter((r) => r.from !== undefined && r.stage !== null)
    .map((r) => ({ record: r.id, from_stage: r.from, to_stage: r.stage, since: r.stageSince }))
  if (steps.length === 0) return
  await sql`
    insert into stage_step (county, library, record, from_stage, to_stage, since, reason, approver, account, unit)
    select ${actor.county}, ${library.id}, v.record, v.from_stage, v.to_stage, v.since, ${words.step?.reason ?? words.reason ?? null},
      ${words.step?.approver ?? null}, ${actor.account}::bigint, ${actor.unit || null}::bigint
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
      as v(record bigint, from_stage text, to_stage text, since date)`.execute(trx)
}

/** A file once on a record stays readable through it: the history still names it. */
export async function writeFileUses(
  trx: Trx,
  actor: Actor,
  library: Library,
  rows: readonly Pick<Traced, 'id' | 'values' | 'touched'>[],
): Promise<void> {
  const fields = Object.entries(library.fields).flatMap(([name, field]) => (field.kind === 'files' ? [name] : []))
  const uses = rows.flatMap((row) =>
    fields
      .filter((name) => row.touched.includes(name))
      .flatMap((name) => ((row.values[name] ?? []) as readonly number[]).map((file) => ({ file, record: row.id }))),
  )
  if (uses.length === 0) return
  await addFileUses(trx, actor, library.id, uses)
}

export async function addFileUses(
  trx: Trx,
  actor: Actor,
  library: string,
  uses: readonly { readonly file: number; readonly record: number }[],
): Promise<void> {
  await sql`
    insert into record_file (county, file, library, record)
    select ${actor.county}, v.file, ${library}, v.record
    from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as v(file bigint, record bigint)
    on conflict do nothing`.execute(trx)
}
