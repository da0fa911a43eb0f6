// A maintained sum, as its triggers keep it: by month and unit, whatever the number of records.
import type { Field, RollupAnswer } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { faults } from '../../http/fault.ts'
import { snake } from '@yipanqi/model/libraries/index.ts'
import type { Ledger } from '../ledger.ts'

export interface RollupAsk {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly unit?: number | undefined
}

interface RollupRow {
  readonly month: string
  readonly unit: number
  readonly n: number
  readonly [sum: string]: string | number
}

// What has no month or no unit stands under these.
const noMonth = '0001-01-01'
const noUnit = 0

export async function readRollup(
  trx: Trx,
  actor: Actor,
  { library }: Ledger,
  id: string,
  ask: RollupAsk,
): Promise<RollupAnswer> {
  const rollup = library.rollups?.find((r) => r.id === id)
  if (!rollup) throw faults.notFound('项汇总')
  const columns = rollup.sums.map((name) => (library.fields[name] as Field).column ?? snake(name))
  const { rows } = await sql<RollupRow>`
    select month, unit, ${sql.join([sql`n`, ...columns.map((c) => sql.ref(c))])}
    from ${sql.table(`${library.table}_roll_${rollup.id}`)}
    where ${sql.join(
      [
        sql`county = ${actor.county} and n <> 0`,
        ...(ask.from === undefined ? [] : [sql`month >= ${ask.from}`]),
        ...(ask.to === undefined ? [] : [sql`month <= ${ask.to}`]),
        ...(ask.unit === undefined ? [] : [sql`unit = ${ask.unit}`]),
      ],
      sql` and `,
    )}
    order by month, unit`.execute(trx)
  const units = [...new Set(rows.map((r) => r.unit))]
  const named = await trx
    .selectFrom('unit')
    .select(['id', 'short'])
    .where('county', '=', actor.county)
    .where('id', '=', sql<number>`any (${units}::bigint[])`)
    .execute()
  return {
    month: rollup.month,
    unit: rollup.unit,
    rows: rows.map((r) => ({
      month: r.month === noMonth ? null : r.month.slice(0, 7),
      unit: r.unit === noUnit ? null : r.unit,
      count: r.n,
      sums: Object.fromEntries(rollup.sums.map((name, i) => [name, Number(r[columns[i] as string])])),
    })),
    names: { units: Object.fromEntries(named.map((u) => [String(u.id), u.short])) },
  }
}
