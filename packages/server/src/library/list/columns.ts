// Where a library's fields stand in the tables that a list reads: the record `r`, or the narrow copy `s` that drives it.
import type { Field } from '@yipanqi/model/libraries/index.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Ledger } from '../ledger.ts'
import { collationOf } from '../sql/table-of.ts'

/** Does the library's table keep this column of the ground. Tables made by hand keep what they were made with. */
export const hasRevision = ({ library }: Ledger): boolean => !library.handmade || library.table === 'matter'
export const hasSearch = hasRevision
export const hasSeen = (ledger: Ledger): boolean => ledger.seen !== null

/** The first SQL column of a field or of what every record has; throws for a name that was not checked before. */
export function columnOf(ledger: Ledger, name: string): string {
  if (name === 'updated') return 'revision'
  if (name === 'id' || name === 'stage') return name
  const [first] = ledger.columns(name)
  if (first === undefined) throw new Error(`no column of ${name}`)
  return first
}

/** Is it in the narrow copy. */
export function inSeen(ledger: Ledger, name: string): boolean {
  if (!ledger.seen) return false
  return name === 'id' || name === 'updated' || ledger.seen.fields.has(name)
}

/** The column in its collation, from the copy where it drives and has it. */
export function expression(ledger: Ledger, name: string, driven: boolean): RawBuilder<unknown> {
  const field: Field | undefined = ledger.library.fields[name]
  const collation = field ? collationOf(field) : ''
  if (driven && inSeen(ledger, name)) {
    const column = name === 'id' ? (ledger.seen?.id ?? 'id') : (ledger.seen?.renamed?.[name] ?? columnOf(ledger, name))
    return sql`${sql.ref(`s.${column}`)}${sql.raw(collation)}`
  }
  return sql`${sql.ref(`r.${columnOf(ledger, name)}`)}${sql.raw(collation)}`
}
