// What a column holds, where its head says nothing: the fields that read nearly all of a sample of its cells.
import type { Field, Library } from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { SheetRow } from '../../sheets/types.ts'
import { openFinder } from './finder.ts'
import type { Sample } from './match-columns.ts'

/** Fewer filled cells prove nothing. */
const fewest = 3

export async function samplesOf(
  trx: Trx,
  actor: Actor,
  library: Library,
  rows: readonly SheetRow[],
  today: string,
): Promise<Sample> {
  const { context } = await openFinder(trx, actor, today)
  return {
    rows,
    async fits(index, fields) {
      const cells = rows.flatMap(({ cells }) => cells[index] ?? []).filter((cell) => cell.text.trim() !== '')
      if (cells.length < fewest) return []
      return fields.filter((name) => {
        const field = library.fields[name] as Field
        const read = cells.filter((cell) => {
          const parsed = field.parse(cell, context)
          return parsed.ok && parsed.value !== null
        })
        return read.length * 10 >= cells.length * 9
      })
    },
  }
}
