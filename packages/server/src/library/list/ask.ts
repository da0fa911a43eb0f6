// A list's question as its address says it, checked against the library and its index look-ups made.
import { parseFilter, type Filter } from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { faults } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { findWords, type Found } from '../search/find-ids.ts'
import { findInSmall } from '../search/find-in-small.ts'
import { searchable } from '../search/tokens.ts'
import { lookUp } from './compile-filter.ts'
import { hasSearch } from './columns.ts'
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

export async function askWith(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  filter: Filter | null,
  search = '',
  removed = false,
): Promise<Asked> {
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

const findBy = (trx: Trx, actor: Actor, ledger: Ledger, words: string): Promise<Found> =>
  hasSearch(ledger) ? findWords(trx, ledger.library.id, actor.county, words) : findInSmall(trx, actor, ledger, words)
