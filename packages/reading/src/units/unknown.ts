import type { Reading } from '../types.ts'
import type { UnitBook } from './book.ts'
import { counterpartOf } from './levels.ts'

/** A unit that a document names and the catalogue does not know. */
export interface UnknownUnit {
  /** As written. */
  name: string
  /** Ids of the matters that name it. */
  matters: string[]
  /** The county's unit of the same trade, where the name is that of a level above (省发展改革委 → 县发展和改革局). */
  counterpart: string | null
}

/** The units of a reading that the catalogue does not know, in the order in which they are met; none is dropped. */
export function unknownUnits(reading: Pick<Reading, 'matters'>, book: UnitBook): UnknownUnit[] {
  const found = new Map<string, UnknownUnit>()
  for (const matter of reading.matters) {
    for (const name of [...matter.units.lead, ...matter.units.support]) {
      if (book.entryOf(name)) continue
      const known = found.get(name)
      if (known) {
        if (!known.matters.includes(matter.id)) known.matters.push(matter.id)
        continue
      }
      found.set(name, { name, matters: [matter.id], counterpart: counterpartOf(name, book)?.name ?? null })
    }
  }
  return [...found.values()]
}
