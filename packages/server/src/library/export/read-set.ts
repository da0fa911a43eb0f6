// The whole set that a list's question finds, in its order, read through a cursor: one snapshot, a thousand rows at a
// time, whatever their number.
import type { Field, Value } from '@yipanqi/model/libraries/index.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import type { Ledger } from '../ledger.ts'
import { expression } from '../list/columns.ts'
import { rowsFrom } from '../list/rows-from.ts'
import type { Sort } from '../list/sort.ts'
import type { Asked } from '../list/source.ts'
import { valuesOf, type Row } from '../rows.ts'
import { showSealed, type SqlRow } from '../sealed.ts'

export interface SetRow {
  readonly id: number
  readonly stage: string | null
  readonly stageSince: string | null
  readonly values: Readonly<Record<string, Value>>
}

const step = 1000

export async function* readSet(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  asked: Asked,
  sort: Sort,
  fields: readonly string[],
): AsyncGenerator<SetRow[]> {
  const { library } = ledger
  const columns = [...new Set(fields.flatMap((name) => ledger.columns(name)))]
  const ladder = library.ladder ? sql`, r.stage, r.stage_since` : sql``
  const select = columns.length > 0 ? sql`, ${sql.join(columns.map((c) => sql.ref(`r.${c}`)))}` : sql``
  await sql`declare set_rows no scroll cursor for
    select r.id ${select} ${ladder} ${rowsFrom(ledger, actor, asked)} order by ${orderOf(ledger, sort)}`.execute(trx)
  const sealed = fields.filter((name) => (library.fields[name] as Field).sealed)
  for (;;) {
    const { rows } = await sql<SqlRow>`fetch ${sql.lit(step)} from set_rows`.execute(trx)
    if (rows.length === 0) break
    const shown = sealed.length === 0 ? [] : await showSealed(trx, actor.county, library, rows, house.master, sealed)
    yield rows.map((row: Row & { readonly id: number }, i) => ({
      id: row.id,
      stage: (row['stage'] ?? null) as string | null,
      stageSince: (row['stage_since'] ?? null) as string | null,
      values: { ...valuesOf(ledger, row, fields), ...shown[i] },
    }))
  }
  await sql`close set_rows`.execute(trx)
}

/** As the pages of the list come: what is empty last in both directions, equals by their id. */
function orderOf(ledger: Ledger, sort: Sort): RawBuilder<unknown> {
  const way = sql.raw(sort.desc ? 'desc' : 'asc')
  if (sort.field === 'id') return sql`r.id ${way}`
  const by = sort.inTurn
    ? sql`array_position(${[...sort.inTurn]}::text[], r.stage)`
    : expression(ledger, sort.field, false)
  return sql`${by} ${way} nulls last, r.id ${way}`
}
