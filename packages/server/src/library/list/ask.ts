// A list's question as its address says it, checked against the library and its index look-ups made.
import { mayInLibrary, parseFilter, type Condition, type Filter } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { faults } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { loadLedger } from '../load-ledger.ts'
import { findWords, type Found } from '../search/find-ids.ts'
import { findInSmall } from '../search/find-in-small.ts'
import { searchable } from '../search/tokens.ts'
import { lookUp } from './compile-filter.ts'
import { hasSearch } from './columns.ts'
import { rowsFrom } from './rows-from.ts'
import type { Asked } from './source.ts'
import { extraFilters } from './virtual.ts'

export interface Words {
  readonly filter?: string | undefined
  readonly search?: string | undefined
  readonly removed?: 'true' | 'false' | undefined
}

export function readFilter(ledger: Ledger, text: string | undefined): Filter | null {
  const parsed = parseFilter(text, ledger.library.fields, extraFilters(ledger))
  if (!parsed.ok) throw faults.invalid('筛选条件不对', [{ path: 'filter', message: parsed.message }])
  return parsed.filter
}

export const askOf = (trx: Trx, actor: Actor, ledger: Ledger, words: Words): Promise<Asked> =>
  askWith(trx, actor, ledger, readFilter(ledger, words.filter), words.search, words.removed === 'true')

/** Ledgers may be called by each other's records: so many steps are gone. */
const mostSteps = 3

export async function askWith(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  filter: Filter | null,
  search = '',
  removed = false,
  steps = 0,
): Promise<Asked> {
  const named = searchable(search) === '' ? null : await askOfTitles(trx, actor, ledger, search, steps)
  if (named) return askWith(trx, actor, ledger, filter ? { all: [filter, named] } : named, '', removed)
  // What was taken off stands in no index of the search.
  const indexed = hasSearch(ledger) && !removed
  return {
    filter,
    search,
    removed,
    found: searchable(search) === '' || removed ? null : await findBy(trx, actor, ledger, search),
    lookups: indexed ? await lookUp(trx, ledger, actor.county, filter) : new Map(),
  }
}

/** So many records of another ledger are looked for by their name. */
const mostTitles = 2000

/**
 * A ledger that has no words of its own and is called by another's records (a balance by its bank) is searched by their
 * names, as the reader finds them there now: whose name changed is found by the new one, and what the reader may not see
 * names nothing.
 */
async function askOfTitles(
  trx: Trx,
  actor: Actor,
  { library }: Ledger,
  search: string,
  steps: number,
): Promise<Condition | null> {
  const target = library.fields[library.title]?.target
  if (target === undefined || library.search.length > 0) return null
  return {
    field: library.title,
    is: 'in',
    value: steps < mostSteps ? await titled(trx, actor, target, search, steps + 1) : [0],
  }
}

async function titled(
  trx: Trx,
  actor: Actor,
  target: string,
  search: string,
  steps: number,
): Promise<readonly number[]> {
  const there = await loadLedger(trx, actor, target)
  // No record has the number 0.
  if (!mayInLibrary(actor, there.library, 'read')) return [0]
  const asked = await askWith(trx, actor, there, null, search, false, steps)
  const { rows } = await sql<{ id: number }>`
    select r.id ${rowsFrom(there, actor, asked)} limit ${sql.lit(mostTitles)}`.execute(trx)
  return [0, ...rows.map((r) => r.id)]
}

const findBy = (trx: Trx, actor: Actor, ledger: Ledger, words: string): Promise<Found> =>
  hasSearch(ledger) ? findWords(trx, ledger.library.id, actor.county, words) : findInSmall(trx, actor, ledger, words)
