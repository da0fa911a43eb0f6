// The county's units as the reader knows them: names and aliases from the county's own directory, duties from the
// dated catalogue where a name or alias meets it.
import type { UnitEntry, UnitKind } from '@yipanqi/reading'
import { UNIT_CATALOGUE } from '@yipanqi/reading/units/catalogue.ts'
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
export const everyTownship = /^各?(乡镇|镇街|镇乡)|街道办?/

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
    for (const name of namesOf(row)) if (!byName.has(plain(name))) byName.set(plain(name), row.id)
  }
  return {
    entries: rows.map(toEntry),
    find: (name) => byName.get(plain(name)) ?? null,
    townships: rows.filter((r) => r.kind === '乡镇').map((r) => r.id),
    mayLead: (id) => rows.find((r) => r.id === id)?.may_lead ?? false,
    leaderOf: (unit) => leaders.find((l) => l.units.includes(unit))?.id ?? null,
  }
}

/** A county's own name in front, or just 县, makes no other unit. */
function plain(name: string): string {
  return name
    .trim()
    .replace(/^[一-鿿]{1,4}县(?=[一-鿿]{2})/, '')
    .replace(/^县(?=[一-鿿]{2})/, '')
}

const known = new Map<string, UnitEntry>()
for (const entry of UNIT_CATALOGUE) {
  for (const name of [entry.name, ...entry.aliases.map((a) => a.name)])
    if (!known.has(plain(name))) known.set(plain(name), entry)
}

function namesOf(row: Row): string[] {
  return [row.name, row.short, ...row.aliases]
}

function toEntry(row: Row): UnitEntry {
  const model = namesOf(row)
    .map((n) => known.get(plain(n)))
    .find((e) => e !== undefined)
  return {
    code: row.code,
    name: row.name,
    // The county's own names first; the catalogue adds what such a unit is usually called (发改局, 发改委).
    aliases: [...[row.short, ...row.aliases].map((name) => ({ name })), ...(model ? model.aliases : [])],
    kind: row.kind as UnitKind,
    mayLead: row.may_lead,
    duties: model?.duties ?? [],
    leads: model?.leads ?? [],
    supports: model?.supports ?? [],
  }
}
