// The sample county's ledgers: references by key become ids, libraries go in after those they refer to.
import type { LedgerSample, RecordRef, SampleRow, SampleValue, TownshipOutline } from '@yipanqi/samples'
import { getLibrary, libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import type { Library, Value } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import { getLedger } from '../library/ledger.ts'
import { writeRecords, type RecordWrite, type WriteContext } from '../library/records/write-records.ts'
import type { SeededDirectory } from './directory.ts'

/** Units that keep each library in the preset, where the directory has them. */
export async function seedKeepers(trx: Trx, county: string, units: ReadonlyMap<string, number>): Promise<void> {
  const rows = libraries.flatMap((library) => {
    const keepers = (library.keepers ?? []).flatMap((code) => units.get(code) ?? [])
    return keepers.length === 0 ? [] : [{ county, library: library.id, keepers, heads: '{}' }]
  })
  // A county that runs has keepers of its own choice.
  if (rows.length > 0)
    await trx
      .insertInto('library_setting')
      .values(rows)
      .onConflict((on) => on.doNothing())
      .execute()
}

/**
 * Writes the samples; throws where a row names a unit, leader or record that is not there. References that go round
 * (a chain and its chief firm, a member and its 联合体) are written when both ends stand.
 */
export async function seedLedgers(
  trx: Trx,
  actor: Actor,
  samples: readonly LedgerSample[],
  directory: SeededDirectory,
  context: WriteContext & { readonly signal?: AbortSignal },
): Promise<void> {
  const places: Places = { directory, keys: new Map() }
  const later: { library: string; id: number; values: SampleRow['values'] }[] = []
  for (const { library: id, rows } of samples) {
    context.signal?.throwIfAborted()
    const split = rows.map((row) => splitRow(row, places))
    const written = await writeRecords(
      trx,
      actor,
      getLedger(id),
      split.map(({ row, now }) => writeOf(id, row, now, places)),
      context,
    )
    const ids = written.map((w) => w.id)
    places.keys.set(id, keysOf(getLibrary(id), rows, ids))
    for (const [i, { rest }] of split.entries())
      if (Object.keys(rest).length > 0) later.push({ library: id, id: ids[i] as number, values: rest })
    await writePaths(trx, actor, id, rows, ids)
  }
  for (const { library } of samples) {
    const rows = later.filter((l) => l.library === library)
    await writeRecords(
      trx,
      actor,
      getLedger(library),
      rows.map((row) => ({ id: row.id, values: valuesOf(library, row.values, places) })),
      context,
    )
  }
}

interface Places {
  readonly directory: SeededDirectory
  /** Library → key or title → id, of what is written already. */
  readonly keys: Map<string, ReadonlyMap<string, number>>
}

/** What can be written now, and references to what does not stand yet. */
function splitRow(
  row: SampleRow,
  { keys }: Places,
): { row: SampleRow; now: SampleRow['values']; rest: SampleRow['values'] } {
  const entries = Object.entries(row.values)
  const waits = ([, value]: [string, SampleValue]) => isReference(value) && !keys.get(value.ref)?.has(value.key)
  return {
    row,
    now: Object.fromEntries(entries.filter((e) => !waits(e))),
    rest: Object.fromEntries(entries.filter(waits)),
  }
}

const isReference = (value: SampleValue): value is RecordRef =>
  typeof value === 'object' && value !== null && 'ref' in value

function writeOf(library: string, row: SampleRow, now: SampleRow['values'], places: Places): RecordWrite {
  return {
    values: valuesOf(library, now, places),
    ...(row.stage === undefined ? {} : { stage: row.stage }),
    ...(row.stageSince === undefined ? {} : { stageSince: row.stageSince }),
  }
}

const valuesOf = (library: string, values: SampleRow['values'], places: Places) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueOf(library, value, places)]))

function valueOf(library: string, value: SampleValue, { directory, keys }: Places): Value {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value as Value
  const find = (what: string, id: number | undefined): number => {
    if (id === undefined) throw new Error(`sample ${library}: no ${what}`)
    return id
  }
  if ('unit' in value) return find(`unit ${value.unit}`, directory.units.get(value.unit))
  if ('leader' in value) return find(`leader ${value.leader}`, directory.leaders.get(value.leader))
  if (isReference(value)) return find(`${value.ref} ${value.key}`, keys.get(value.ref)?.get(value.key))
  return value as Value
}

/** The steps by which records came to their stage, instead of the one that writing them left; papers of their gates. */
async function writePaths(
  trx: Trx,
  actor: Actor,
  library: string,
  rows: readonly SampleRow[],
  ids: readonly number[],
): Promise<void> {
  const steps = rows.flatMap((row, i) =>
    (row.steps ?? []).map((step, n, all) => ({ record: ids[i], from: all[n - 1]?.to ?? null, ...step })),
  )
  const papers = rows.flatMap((row, i) => (row.papers ?? []).map((paper) => ({ record: ids[i], ...paper })))
  if (steps.length > 0) {
    await sql`delete from stage_step where county = ${actor.county} and library = ${library}`.execute(trx)
    await sql`
      insert into stage_step (county, library, record, from_stage, to_stage, since, reason, approver)
      select ${actor.county}, ${library}, v.record, v."from", v."to", v.since, v.reason, v.approver
      from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
        as v(record bigint, "from" text, "to" text, since date, reason text, approver text)`.execute(trx)
  }
  if (papers.length > 0)
    await sql`
      insert into stage_paper (county, library, record, condition, state, number, basis, promised_by, due)
      select ${actor.county}, ${library}, v.record, v.condition, v.state, v.number, v.basis, v."promisedBy", v.due
      from jsonb_to_recordset(${JSON.stringify(papers)}::jsonb)
        as v(record bigint, condition text, state text, number text, basis text, "promisedBy" text, due date)`.execute(
      trx,
    )
}

/** Outlines of the townships, for the map. */
export async function seedOutlines(
  trx: Trx,
  county: string,
  outlines: readonly TownshipOutline[],
  units: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = outlines.flatMap(({ unit, ring }) => {
    const id = units.get(unit)
    return id === undefined ? [] : [{ county, unit: id, rings: JSON.stringify([ring]) }]
  })
  if (rows.length > 0)
    await trx
      .insertInto('outline')
      .values(rows)
      .onConflict((on) => on.doNothing())
      .execute()
}

/** By each single key field and by the title, so that a row may be named by either. */
function keysOf(library: Library, rows: readonly SampleRow[], ids: readonly number[]): Map<string, number> {
  const names = [library.title, ...library.matchKeys.filter((key) => key.length === 1).map((key) => key[0] as string)]
  const out = new Map<string, number>()
  for (const name of names)
    for (const [i, row] of rows.entries()) {
      const value = row.values[name]
      if (typeof value === 'string') out.set(value, ids[i] as number)
    }
  return out
}
