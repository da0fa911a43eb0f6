import type { Field, Library, Value, Values } from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'
import { loadRecordNames, nameFinder } from './record-names.ts'
import { titleOf } from './record-row.ts'

/** What each record is called, in order; one that is called by another record carries that one's name, where the actor may see it. */
export async function loadTitles(
  trx: Trx,
  actor: Actor,
  { library }: Ledger,
  rows: readonly Values[],
): Promise<string[]> {
  const field = library.fields[library.title] as Field
  if (field.target === undefined) return rows.map((values) => titleOf(library, values))
  const titled: Library = { ...library, fields: { [library.title]: field } }
  const names = nameFinder(await loadRecordNames(trx, actor, titled, rows))
  return rows.map((values) => {
    const value: Value = values[library.title] ?? null
    return value === null ? titleOf(library, values) : field.format(value, names)
  })
}
