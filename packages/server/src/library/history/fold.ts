// A record's past, folded out of its audit rows: there is no second store. Going backwards from what stands needs no
// first row, so records that were brought in without a trace have a past from their first change on.
import { fromColumns } from '@yipanqi/model/libraries/columns.ts'
import type { Field, Value, Values } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'

export interface AuditRow {
  readonly id: number
  readonly at: string
  readonly account: number | null
  readonly post: string | null
  readonly op: 'I' | 'U' | 'D'
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
  readonly reason: string | null
}

/** Columns of a record as SQL or the audit's JSON has them. */
export type State = Readonly<Record<string, unknown>>

/** Oldest first. `after`: only what came later than this instant or this change. */
export async function loadChanges(
  trx: Trx,
  library: string,
  record: number,
  after: { readonly instant?: string; readonly change?: number } = {},
): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    select * from library_history(${library}, ${record}) h
    where ${after.instant === undefined ? sql`true` : sql`h.at > ${after.instant}::timestamptz`}
      and ${after.change === undefined ? sql`true` : sql`h.id > ${after.change}`}
    order by h.id`.execute(trx)
  return rows
}

/** What stood before these changes (oldest first), from what stands after them; null: there was no record yet. */
export function undo(now: State, changes: readonly AuditRow[]): State | null {
  let state: Record<string, unknown> = { ...now }
  for (const change of changes.toReversed()) {
    if (change.op === 'I') return null
    state = { ...state, ...change.before }
  }
  return state
}

/** Each change with what stood before (null: nothing) and after it, oldest first. */
export function replay(
  now: State,
  changes: readonly AuditRow[],
): { readonly change: AuditRow; readonly before: State | null; readonly after: State }[] {
  const out: { change: AuditRow; before: State | null; after: State }[] = []
  let after: State = now
  for (const change of changes.toReversed()) {
    const before = change.op === 'I' ? null : { ...after, ...change.before }
    out.push({ change, before, after })
    after = before ?? {}
  }
  return out.toReversed()
}

/** The value of a field in a state; of a sealed one the ciphertext, as text, to tell one from another. */
export function valueIn(ledger: Ledger, name: string, state: State | null): Value {
  if (!state) return null
  const field = ledger.library.fields[name] as Field
  const columns = ledger.columns(name).map((c) => state[c])
  if (field.sealed) {
    const [bytes] = columns
    if (bytes instanceof Uint8Array) return `\\x${Buffer.from(bytes).toString('hex')}`
    return typeof bytes === 'string' ? bytes : null
  }
  return fromColumns(field, columns)
}

/** All plain values of a state. */
export const valuesIn = (ledger: Ledger, state: State): Values =>
  Object.fromEntries(
    Object.entries(ledger.library.fields)
      .filter(([, field]) => !field.sealed)
      .map(([name]) => [name, valueIn(ledger, name, state)]),
  )

/** Ciphertext as the audit's JSON writes it, as bytes again. */
export const bytesIn = (ledger: Ledger, name: string, state: State): Buffer | null => {
  const text = valueIn(ledger, name, state)
  return typeof text === 'string' ? Buffer.from(text.slice(2), 'hex') : null
}
