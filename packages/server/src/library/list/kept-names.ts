// Names of a county's units and leaders, which everybody in it may read, kept for a moment: a page of a ledger does not
// ask for them anew each time. A rename shows at once in every process of the server, and within the moment in others.
import { sql } from 'kysely'
import type { Trx } from '../../db/with-actor.ts'
import { sharedForget } from '../../processes/siblings.ts'

export interface KeptNames {
  readonly units: ReadonlyMap<number, string>
  readonly leaders: ReadonlyMap<number, string>
  /** Code tables of the county's own: without one there is nothing to look up. */
  readonly tables: ReadonlySet<string>
}

const keptFor = 2000
const kept = new Map<string, { readonly at: number; readonly names: KeptNames }>()

export const forgetNames = sharedForget('names', (county) => kept.delete(county))

interface Row {
  readonly kind: 'unit' | 'leader' | 'table'
  readonly id: number
  readonly name: string
}

export async function keptNames(trx: Trx, county: string): Promise<KeptNames> {
  const now = performance.now()
  const known = kept.get(county)
  if (known && now - known.at < keptFor) return known.names
  const { rows } = await sql<Row>`
    select 'unit' as kind, id, name from unit where county = ${county}
    union all select 'leader', id, name from county_leader where county = ${county}
    union all select 'table', 0, tbl from code_table where county = ${county}`.execute(trx)
  const of = (kind: Row['kind']) => new Map(rows.flatMap((r) => (r.kind === kind ? [[r.id, r.name] as const] : [])))
  const names = {
    units: of('unit'),
    leaders: of('leader'),
    tables: new Set(rows.flatMap((r) => (r.kind === 'table' ? [r.name] : []))),
  }
  if (kept.size > 1000) kept.clear()
  kept.set(county, { at: now, names })
  return names
}
