// What records refer to must be there and seen by the one who refers to it.
import type { Field, Library, Value, Values } from '@yipanqi/model/libraries/index.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { loadLedger } from '../load-ledger.ts'
import type { FieldFault } from './check-values.ts'

/**
 * One answer a row, in order: the fields that refer to nothing. One query a target for all rows. `before` are the
 * records as they stand: a unit that has ended since, or a file of another unit, stays where it already was.
 */
export async function findBrokenReferences(
  trx: Trx,
  actor: Actor,
  library: Library,
  rows: readonly Values[],
  before: readonly (Values | null)[] = [],
): Promise<FieldFault[][]> {
  const out: FieldFault[][] = rows.map(() => [])
  for (const [target, names] of fieldsByTarget(library)) {
    const wanted = rows.map((values, at) =>
      names.flatMap((name) => fresh(values[name] ?? null, before[at]?.[name] ?? null).map((id) => ({ name, id }))),
    )
    const ids = [...new Set(wanted.flat().map((w) => w.id))]
    if (ids.length === 0) continue
    const there = await present(trx, actor, target, ids)
    for (const [at, of] of wanted.entries())
      for (const { name, id } of of)
        if (!there.has(id))
          out[at]?.push({
            path: `values.${name}`,
            message: `“${library.fields[name]?.label}”${lost(target, library.fields[name] as Field)}`,
          })
  }
  return out
}

function fieldsByTarget(library: Library): Map<string, string[]> {
  const out = new Map<string, string[]>()
  for (const [name, field] of Object.entries(library.fields)) {
    const target = field.kind === 'files' ? 'files' : field.target
    if (target !== undefined) out.set(target, [...(out.get(target) ?? []), name])
  }
  return out
}

/** Ids that were not there before. */
function fresh(value: Value, before: Value): number[] {
  const ids = (v: Value): number[] =>
    typeof v === 'number' ? [v] : Array.isArray(v) ? (v as readonly unknown[]).filter((n) => typeof n === 'number') : []
  const known = new Set(ids(before))
  return ids(value).filter((id) => !known.has(id))
}

/** Of these uploads, those that the actor may not hang anywhere. */
export async function findMissingFiles(trx: Trx, actor: Actor, files: readonly number[]): Promise<Set<number>> {
  if (files.length === 0) return new Set()
  const there = await present(trx, actor, 'files', files)
  return new Set(files.filter((id) => !there.has(id)))
}

async function present(trx: Trx, actor: Actor, target: string, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await (await presentQuery(trx, actor, target, `{${ids.join(',')}}`)).execute(trx)
  return new Set(rows.map((r) => r.id))
}

async function presentQuery(trx: Trx, actor: Actor, target: string, list: string): Promise<RawBuilder<{ id: number }>> {
  const { county } = actor
  if (target === 'units')
    return sql`select id from unit where county = ${county} and id = any (${list}::bigint[]) and valid_to is null`
  if (target === 'leaders')
    return sql`select id from county_leader where county = ${county} and id = any (${list}::bigint[])`
  if (target === 'files')
    // One's own unit's uploads, and what hangs on a record that one sees: never handed on by guessing a number.
    return sql`select f.id from file f where f.county = ${county} and f.id = any (${list}::bigint[])
      and (${actor.account === null} or f.created_by = ${actor.account} or f.unit = ${actor.unit}
        or exists (select 1 from record_file u where u.county = f.county and u.file = f.id and library_sees(u.library, u.record)))`
  return referenceQuery(trx, actor, target, list)
}

async function referenceQuery(
  trx: Trx,
  actor: Actor,
  target: string,
  list: string,
): Promise<RawBuilder<{ id: number }>> {
  const ledger = await loadLedger(trx, actor, target)
  const conditions = ledger.conditions('r', false)
  return sql`
    select r.id from ${sql.table(ledger.table)} r where r.county = ${actor.county} and r.id = any (${list}::bigint[])
      ${conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``}`
}

function lost(target: string, field: Field): string {
  if (target === 'units') return '选的单位不存在或已撤并，请重新选'
  if (target === 'leaders') return '选的县领导不存在，请重新选'
  if (target === 'files') return '里有附件不存在，附件要由本单位先上传'
  return `选的${field.label}不存在，或不在您的可见范围内`
}
