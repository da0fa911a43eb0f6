import type { DocumentComparison } from '@yipanqi/model'
import { compareReadings, type Matter, type Reading } from '@yipanqi/reading'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { faults } from '../../http/fault.ts'
import { loadDirectory } from '../directory.ts'
import { type DocumentRow, getDocument } from '../document-row.ts'
import { loadLexicon } from '../lexicon/load-lexicon.ts'
import { loadCountyDays } from '../../county-day.ts'
import { readInThread } from '../read-in-thread.ts'

/**
 * Both texts are read anew, so that what is compared is what they ask for and not what became of it since. The earlier by
 * date is the older, whichever is named first; where dates are missing `a` is.
 */
export async function compareDocuments(
  house: House,
  trx: Trx,
  actor: Actor,
  a: number,
  b: number,
): Promise<DocumentComparison> {
  if (a === b) throw faults.invalid('请选两份不同的文件', [{ path: 'b', message: '同一份文件不用对比' }])
  const first = await getDocument(trx, actor.county, a)
  const second = await getDocument(trx, actor.county, b)
  const swapped = first.date !== null && second.date !== null && first.date > second.date
  const [older, newer] = swapped ? [second, first] : [first, second]
  const { entries } = await loadDirectory(trx, actor.county, house.clock.today())
  // Only who sees the whole county has its lexicon; to others the table is empty.
  const options = {
    units: entries,
    lexicon: await loadLexicon(trx, actor.county),
    days: await loadCountyDays(trx, actor.county),
  }
  const read = (row: DocumentRow): Promise<Reading> =>
    readInThread(row.text, { ...options, title: row.title, ...(row.date ? { date: row.date } : {}) })
  const [before, after] = [await read(older), await read(newer)]
  return {
    older: present(older, before),
    newer: present(newer, after),
    pairs: compareReadings(before, after).map((pair) => ({
      fate: pair.fate,
      older: pair.older === null ? null : side(before.matters[pair.older]),
      newer: pair.newer === null ? null : side(after.matters[pair.newer]),
      words: [...pair.words],
      moves: pair.moves.map(({ indicator, way, from, to }) => ({ indicator, way, from, to })),
    })),
  }
}

function present(row: DocumentRow, reading: Reading) {
  const { id, title, kind, date } = row
  return { id, title, kind, date, matters: reading.matters.length }
}

function side(matter: Matter | undefined) {
  return matter ? { title: matter.title, text: matter.text, start: matter.start } : null
}
