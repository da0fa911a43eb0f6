// The county's units as the reader knows them: names and aliases from the county's own directory, duties from the
// dated catalogue where a name or alias meets it.
import { adoptUnits, type UnitEntry, type UnitKind } from '@yipanqi/reading'
import type { Trx } from '../db/with-actor.ts'

export interface Directory {
  readonly entries: UnitEntry[]
  /** Unit ids by what a document may call them. */
  find(name: string): number | null
  readonly townships: readonly number[]
  mayLead(id: number): boolean
  /** The county leader in charge of a unit, from the dated division of work. */
  leaderOf(unit: number): number | null
}

interface Row {
  id: number
  code: string
  name: string
  short: string
  kind: string
  aliases: string[]
  may_lead: boolean
}

/** 各乡镇 and its like: not one unit but all of a kind. */
export const everyTownship = /^各(?:乡|镇|街道)/

export async function loadDirectory(trx: Trx, county: string, today: string): Promise<Directory> {
  const rows: Row[] = await trx
    .selectFrom('unit')
    .select(['id', 'code', 'name', 'short', 'kind', 'aliases', 'may_lead'])
    .where('county', '=', county)
    .where('valid_to', 'is', null)
    .orderBy('position')
    .execute()
  const leaders = await trx
    .selectFrom('county_leader')
    .select(['id', 'units'])
    .where('county', '=', county)
    .where('valid_from', '<=', today)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)]))
    .orderBy('position')
    .execute()
  const byName = new Map<string, number>()
  for (const row of rows) {
    for (const name of [row.name, row.short, ...row.aliases]) if (!byName.has(name)) byName.set(name, row.id)
  }
  return {
    entries: adoptUnits(
      rows.map((r) => ({
        code: r.code,
        name: r.name,
        short: r.short,
        aliases: r.aliases,
        kind: r.kind as UnitKind,
        mayLead: r.may_lead,
      })),
    ),
    // The reader answers with the county's own full names, or with what it does not know as it is written.
    find: (name) => byName.get(name) ?? null,
    townships: rows.filter((r) => r.kind === '乡镇').map((r) => r.id),
    mayLead: (id) => rows.find((r) => r.id === id)?.may_lead ?? false,
    leaderOf: (unit) => leaders.find((l) => l.units.includes(unit))?.id ?? null,
  }
}
