import type { Trx } from '../db/with-actor.ts'
import { loadUnits } from '../loop/refuse.ts'
import type { Directory } from './directory.ts'

/**
 * The directory as the county's clerks read it: with the names that they matched to a unit in earlier documents and
 * kept. Units themselves are changed by the system administrator alone; this only says what a document may call them.
 * The last word on a name counts, so that matching it anew without keeping it takes it back.
 */
export async function withKeptAliases(trx: Trx, county: string, directory: Directory): Promise<Directory> {
  const rows = await trx
    .selectFrom('event')
    .select('details')
    .where('county', '=', county)
    .where('document', 'is not', null)
    .where('action', '=', 'match-unit')
    .orderBy('id')
    .execute()
  const kept = new Map<string, number>()
  for (const { details } of rows) {
    if (details['aliasKept'] === true) kept.set(String(details['name']), Number(details['unit']))
    else kept.delete(String(details['name']))
  }
  if (kept.size === 0) return directory
  const units = await loadUnits(trx, county, [...kept.values()])
  const namesOf = new Map<string, string[]>()
  for (const [name, unit] of kept) {
    const own = units.get(unit)?.name
    if (own && directory.find(name) === null) namesOf.set(own, [...(namesOf.get(own) ?? []), name])
  }
  return {
    ...directory,
    entries: directory.entries.map((entry) => {
      const more = namesOf.get(entry.name) ?? []
      return more.length === 0 ? entry : { ...entry, aliases: [...entry.aliases, ...more.map((name) => ({ name }))] }
    }),
    find: (name) => directory.find(name) ?? kept.get(name) ?? null,
  }
}
