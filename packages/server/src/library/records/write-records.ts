// The one way by which records come to stand in a ledger: form, import, bulk edit, restore and seed all write here.
// Set by set: some queries per thousand rows, never one per row.
import type { IsoDate } from '@yipanqi/base'
import type { Field, Library, Value, Values } from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { faults } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { openCells, sealedFields } from '../sealed.ts'
import { addReason } from './reason.ts'
import { firstColumn, loadRows, plainValues, type RecordRow } from './record-row.ts'
import { tellDatabase } from './refuse-record.ts'
import { insertRows } from './insert-rows.ts'
import { tellRecords } from './tell-records.ts'
import { updateRows, type FullRow } from './write-rows.ts'
import { writeFileUses, writeSteps } from './write-traces.ts'

export interface RecordWrite {
  /** Absent: a new record. */
  readonly id?: number
  /** The version that the writer has seen; absent: whatever stands (import by key). */
  readonly version?: number
  /** Checked values ({@link checkValues}); of an existing record only those that may change. null clears. */
  readonly values: Values
  readonly stage?: string
  readonly stageSince?: IsoDate
  /** The day it was taken off the ledger; null puts it back. */
  readonly removed?: IsoDate | null
}

export interface WriteContext {
  readonly today: IsoDate
  readonly master: Uint8Array
  /** Why, for the history of every record written here. */
  readonly reason?: string | undefined
  /** What the stage's step says beside its day. */
  readonly step?: { readonly reason?: string | undefined; readonly approver?: string | undefined }
}

export interface Written {
  readonly id: number
  readonly version: number
  readonly done: 'created' | 'changed' | 'unchanged'
}

/** Rows a statement. */
export const batch = 1000

/**
 * Writes records and answers what became of each, in order. What changes nothing is not written: the same file twice
 * leaves no trace. Throws 404 for a record that the actor does not see, 409 `stale` where the version has moved on,
 * 409 `duplicate`, 403 `out-of-sight` where the actor would not see the result. Rights of the post, references and keys
 * are the caller's to check before (they are told by row there). All or nothing: what is thrown rolls all back.
 */
export async function writeRecords(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  rows: readonly RecordWrite[],
  context: WriteContext,
): Promise<Written[]> {
  const out: Written[] = []
  try {
    for (let at = 0; at < rows.length; at += batch)
      out.push(...(await writeBatch(trx, actor, ledger, rows.slice(at, at + batch), context)))
  } catch (error) {
    throw tellDatabase(error, ledger.library)
  }
  const written = out.flatMap((w) => (w.done === 'unchanged' ? [] : [w.id]))
  if (context.reason && written.length > 0) await addReason(trx, actor, context.reason)
  await tellRecords(trx, actor, ledger, written)
  return out
}

interface Prepared {
  readonly at: number
  readonly row: FullRow
  readonly movedFrom: string | null | undefined
}

async function writeBatch(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  rows: readonly RecordWrite[],
  context: WriteContext,
): Promise<Written[]> {
  const { library } = ledger
  const ids = rows.flatMap((r) => (r.id === undefined ? [] : [r.id]))
  const before = await loadRows(trx, actor, ledger, ids, true)
  const opened = await openBefore(trx, actor, library, rows, before, context.master)
  const out: Written[] = []
  const inserts: Prepared[] = []
  const updates: Prepared[] = []
  for (const [at, row] of rows.entries()) {
    const stands = row.id === undefined ? undefined : before.get(row.id)
    if (row.id === undefined) {
      inserts.push({ at, row: newRow(library, row, context), movedFrom: null })
      continue
    }
    if (!stands) throw faults.notFound(`条${library.noun}记录`)
    if (row.version !== undefined && row.version !== stands.version) throw faults.stale(stands.version)
    const change = changedRow(ledger, stands, row, opened.get(row.id) ?? {}, context)
    if (change) updates.push({ at, ...change })
    else out[at] = { id: row.id, version: stands.version, done: 'unchanged' }
  }
  const made = await insertRows(
    trx,
    actor,
    ledger,
    inserts.map((i) => i.row),
    context,
  )
  for (const [i, { at }] of inserts.entries()) out[at] = { id: made[i] as number, version: 0, done: 'created' }
  const versions = await updateRows(
    trx,
    actor,
    ledger,
    updates.map((u) => u.row),
    context,
  )
  for (const { at, row } of updates) {
    const version = versions.get(row.id as number)
    // Row security let it be locked and not be written: the result would be out of the actor's sight.
    if (version === undefined) throw Object.assign(new Error('not updated'), { code: '42501' })
    out[at] = { id: row.id as number, version, done: 'changed' }
  }
  const all = [...inserts, ...updates].map((p) => ({ ...p.row, id: (out[p.at] as Written).id, from: p.movedFrom }))
  await writeSteps(trx, actor, library, all, context)
  await writeFileUses(trx, actor, library, all)
  return out
}

/** What stands sealed in rows whose sealed fields are written again: the same value is no change. */
async function openBefore(
  trx: Trx,
  actor: Actor,
  library: Library,
  rows: readonly RecordWrite[],
  before: ReadonlyMap<number, RecordRow>,
  master: Uint8Array,
): Promise<Map<number, Record<string, Value>>> {
  const cells = rows.flatMap((row) => {
    const stands = row.id === undefined ? undefined : before.get(row.id)
    if (!stands) return []
    return sealedFields(library).flatMap((field) => {
      const sealed = stands[firstColumn(library, field)]
      return field in row.values && sealed instanceof Uint8Array ? [{ id: stands.id, field, sealed }] : []
    })
  })
  const out = new Map<number, Record<string, Value>>()
  if (cells.length === 0) return out
  const values = await openCells(trx, actor.county, library.id, cells, master)
  for (const [i, cell] of cells.entries()) {
    const of = out.get(cell.id) ?? {}
    of[cell.field] = values[i] ?? null
    out.set(cell.id, of)
  }
  return out
}

/** What every row of a library asks for again. */
interface Shape {
  readonly fields: readonly string[]
  /** A record with nothing in it: copied for each new one. */
  readonly empty: Values
  readonly computed: readonly (readonly [string, Field])[]
}
const shapes = new WeakMap<Library, Shape>()

function shapeOf(library: Library): Shape {
  const known = shapes.get(library)
  if (known) return known
  const fields = Object.keys(library.fields)
  const made = {
    fields,
    empty: Object.fromEntries(fields.map((name) => [name, null])),
    computed: Object.entries(library.fields).filter(([, field]) => field.compute),
  }
  shapes.set(library, made)
  return made
}

export function newRow(library: Library, row: RecordWrite, context: Pick<WriteContext, 'today'>): FullRow {
  const { empty, fields } = shapeOf(library)
  const stage = library.ladder ? (row.stage ?? library.ladder.stages[0]?.id ?? null) : null
  return {
    values: withComputed(library, { ...empty, ...row.values }),
    touched: fields,
    stage,
    stageSince: stage === null ? null : (row.stageSince ?? context.today),
    removed: row.removed ?? null,
  }
}

function changedRow(
  ledger: Ledger,
  stands: RecordRow,
  row: RecordWrite,
  sealed: Values,
  context: WriteContext,
): { row: FullRow; movedFrom: string | undefined } | null {
  const { library } = ledger
  const plain = plainValues(ledger, stands)
  const values = withComputed(library, { ...plain, ...row.values })
  const touched = Object.keys(library.fields).filter((name) => {
    const field = library.fields[name] as Field
    if (field.sealed) return name in row.values && !same(row.values[name], sealed[name])
    return !same(values[name], plain[name])
  })
  const stage = row.stage ?? stands.stage
  const moved = stage !== stands.stage
  const stageSince = row.stageSince ?? (moved ? context.today : stands.stage_since)
  const removed = row.removed === undefined ? stands.removed : row.removed
  if (touched.length === 0 && !moved && stageSince === stands.stage_since && removed === stands.removed) return null
  return {
    row: { id: stands.id, version: stands.version, values, touched, stage, stageSince, removed },
    movedFrom: moved || stageSince !== stands.stage_since ? (stands.stage ?? undefined) : undefined,
  }
}

/** Computed fields follow the others; what their column cannot hold (a share of absurd figures) is left empty. */
export function withComputed(library: Library, values: Values): Values {
  const { computed } = shapeOf(library)
  if (computed.length === 0) return values
  const out: Record<string, Value> = { ...values }
  for (const [name, field] of computed) {
    const checked = field.check(field.compute?.(values) ?? null)
    out[name] = checked.ok ? checked.value : null
  }
  return out
}

/** Values are JSON of one canonical form: the kinds' own check made them so. */
const same = (a: Value | undefined, b: Value | undefined): boolean =>
  a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
