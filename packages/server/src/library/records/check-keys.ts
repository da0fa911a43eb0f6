// No two records of a ledger share a key: who holds it already is told before anything is written.
import { toColumns } from '@yipanqi/model/libraries/columns.ts'
import type { Field, Value, Values } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'
import { duplicate, labelOf } from './check-values.ts'
import { loadRows, plainValues, titleOf } from './record-row.ts'

export interface KeyHolder {
  /** Place of the asking row. */
  readonly at: number
  readonly key: readonly string[]
  readonly id: number
  /** Null: a record that the actor does not see; its name is not told either. */
  readonly title: string | null
}

/** Records that hold a key of these rows already. `ids`: the rows' own records, which do not count. */
export async function findKeyHolders(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  rows: readonly Values[],
  ids: readonly (number | undefined)[],
): Promise<KeyHolder[]> {
  const found: { at: number; key: readonly string[]; id: number; seen: boolean }[] = []
  for (const key of ledger.library.unique) {
    const filled = rows.flatMap((values, at) => {
      const parts = key.flatMap((name) => [...toColumns(ledger.library.fields[name] as Field, values[name] ?? null)])
      return parts.every((p) => p !== null && p !== undefined) ? [{ at, parts }] : []
    })
    if (filled.length === 0) continue
    const { rows: holders } = await sql<{ place: number; id: number; seen: boolean }>`
      select place, id, seen from library_holders(${ledger.library.id},
        ${key.flatMap((name) => [...ledger.columns(name)])}::text[], ${JSON.stringify(filled.map((f) => f.parts))}::jsonb)`.execute(
      trx,
    )
    for (const holder of holders) {
      const at = filled[holder.place]?.at as number
      if (holder.id !== ids[at]) found.push({ at, key, id: holder.id, seen: holder.seen })
    }
  }
  const seen = await loadRows(
    trx,
    actor,
    ledger,
    found.filter((f) => f.seen).map((f) => f.id),
  )
  return found.map(({ at, key, id }) => {
    const row = seen.get(id)
    return { at, key, id, title: row ? titleOf(ledger.library, plainValues(ledger, row)) : null }
  })
}

/** Throws 409 `duplicate` with the record that holds the key of this one row. */
export async function requireFreeKeys(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  values: Values,
  id?: number,
): Promise<void> {
  const [held, ...more] = await findKeyHolders(trx, actor, ledger, [values], [id])
  if (!held) return
  const all = [held, ...more]
  const say = (h: KeyHolder) => keySentence(ledger, h, values)
  throw duplicate(
    say(held),
    `${ledger.library.name}里不能有两条一样的；请打开原来那条改，或核对填写的内容`,
    all.flatMap((h) => (h.title === null ? [] : [{ id: h.id, title: h.title, why: say(h) }])),
  )
}

/** 统一社会信用代码 9134… 已由“青禾机械有限公司”占用. */
export function keySentence(ledger: Ledger, held: KeyHolder, values: Values): string {
  const { library } = ledger
  const parts = held.key.map((name) => {
    const value = (values[name] ?? null) as Value
    const field = library.fields[name] as Field
    return field.target || value === null ? labelOf(library, name) : `${labelOf(library, name)} ${field.format(value)}`
  })
  const who = held.title === null ? '另一条不在您可见范围内的记录' : `“${held.title}”`
  return `${parts.join('、')} 已由${who}占用`
}
