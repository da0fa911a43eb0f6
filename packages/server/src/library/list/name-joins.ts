// Words for the ids of a page: units and leaders are kept at hand, records of other ledgers and codes are joined to the
// page's own statement. A trip of its own for each kind of id cost a third of a request.
import { codeTableIds, type Field, type Names } from '@yipanqi/model/libraries/index.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'
import { nameSource } from '../records/record-names.ts'
import { keptNames, type KeptNames } from './kept-names.ts'

export interface NameJoin {
  /** What the word is called in the rows. */
  readonly alias: string
  readonly join: RawBuilder<unknown>
}

interface Named {
  readonly target: string
  /** SQL column of the page that holds the id or code. */
  readonly column: string
  /** Where the word comes from: kept names, or the rows under this alias. */
  readonly from: ReadonlyMap<number, string> | string
}

export interface PageNames {
  readonly joins: readonly NameJoin[]
  /** The words for the ids that stand in these rows. */
  of(rows: readonly Readonly<Record<string, unknown>>[]): Names
}

/** More ids a row than this and their words are better asked apart. */
const mostJoins = 6

/** Null: too many, or lists of ids: ask for the words apart. `b` is the page. */
export async function pageNames(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  fields: readonly string[],
): Promise<PageNames | null> {
  const asked = fields.map((name) => [name, ledger.library.fields[name] as Field] as const)
  if (asked.some(([, field]) => field.kind === 'files')) return null
  const kept = await keptNames(trx, actor.county)
  const named: Named[] = []
  const joins: NameJoin[] = []
  for (const [name, field] of asked) {
    const column = ledger.columns(name)[0] as string
    const target = isCode(field) ? field.kind : field.target
    if (target === undefined) continue
    const own = keptOf(kept, field)
    if (own === null) continue
    // No SQL column of a ledger is spelt so.
    const alias = `wordOf${joins.length}`
    named.push({ target, column, from: own ?? alias })
    if (own === undefined) joins.push({ alias, join: await joinOf(trx, actor, field, target, column, alias) })
  }
  return joins.length > mostJoins ? null : { joins, of: (rows) => namesIn(named, rows) }
}

const isCode = (field: Field): boolean => (codeTableIds as readonly string[]).includes(field.kind)

/** Undefined: not at hand. Null: there is nothing to find. */
function keptOf(kept: KeptNames, field: Field): ReadonlyMap<number, string> | null | undefined {
  if (isCode(field)) return kept.tables.has(field.kind) ? undefined : null
  if (field.target === 'units') return kept.units
  return field.target === 'leaders' ? kept.leaders : undefined
}

async function joinOf(
  trx: Trx,
  actor: Actor,
  field: Field,
  target: string,
  column: string,
  alias: string,
): Promise<RawBuilder<unknown>> {
  const n = (name: string) => sql.ref(`${alias}.${name}`)
  const of = sql.ref(`b.${column}`)
  if (isCode(field))
    return sql`left join code_name ${sql.ref(alias)} on ${n('county')} = ${actor.county} and ${n('tbl')} = ${field.kind} and ${n('code')} = ${of}`
  const [table, title] = await nameSource(trx, actor, target)
  return sql`left join (select county, id, ${sql.ref(title)} as name from ${sql.table(table)}) ${sql.ref(alias)}
    on ${n('county')} = ${actor.county} and ${n('id')} = ${of}`
}

/** What the reader may not see has no word here: it is shown by its number. */
function namesIn(named: readonly Named[], rows: readonly Readonly<Record<string, unknown>>[]): Names {
  const out: Record<string, Record<string, string>> = {}
  for (const { target, column, from } of named) {
    for (const row of rows) {
      const id = row[column]
      if (id === null) continue
      const word = typeof from === 'string' ? row[from] : from.get(id as number)
      if (typeof word === 'string') (out[target] ??= {})[String(id)] = word
    }
  }
  return out
}
