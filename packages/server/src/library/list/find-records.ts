// The search of a reference's input: a few records by name, code or initials.
import type { Found, Value } from '@yipanqi/model/libraries/index.ts'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { Ledger } from '../ledger.ts'
import { loadTitles } from '../records/load-titles.ts'
import { valuesOf } from '../rows.ts'
import { searchable } from '../search/tokens.ts'
import { askWith } from './ask.ts'
import { hasRevision } from './columns.ts'
import { listRows } from './list-rows.ts'
import { readSort } from './sort.ts'

const most = 20

/** At most 20: names that begin with the words first. Without words: what was changed last. */
export async function findRecords(trx: Trx, actor: Actor, ledger: Ledger, words: string): Promise<Found[]> {
  const { library } = ledger
  const asked = await askWith(trx, actor, ledger, null, words)
  const fields = [library.title, ...subtitleFields(ledger)]
  const select = [...new Set(fields.flatMap((name) => ledger.columns(name)))].map((c) => sql.ref(`r.${c}`))
  const revision = hasRevision(ledger)
  const sort = readSort(library, words === '' && revision ? '-updated' : sortOf(ledger), { revision })
  // Some more than are shown, of which those that begin with the words come first.
  const { rows } = await listRows(trx, actor, ledger, asked, sort, { way: 'first' }, most * 5, select)
  const needle = searchable(words)
  const all = rows.map((row) => valuesOf(ledger, row, fields))
  const titles = await loadTitles(trx, actor, ledger, all)
  return rows
    .map((row, i) => ({ id: row.id, title: titles[i] ?? '', subtitle: subtitle(ledger, all[i] ?? {}) }))
    .map((found, at) => ({ found, at: searchable(found.title).startsWith(needle) ? at : at + most * 5 }))
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ found }) => found)
}

const sortOf = ({ library }: Ledger): string =>
  library.fields[library.title]?.sortable && !library.fields[library.title]?.unindexed ? library.title : 'id'

/** What tells two records of one name apart: the codes that are their keys. */
const subtitleFields = ({ library }: Ledger): string[] =>
  library.unique.flat().filter((name) => name !== library.title && !library.fields[name]?.target)

function subtitle(ledger: Ledger, values: Readonly<Record<string, Value>>): string {
  return subtitleFields(ledger)
    .flatMap((name) => {
      const value = values[name] ?? null
      return value === null ? [] : [ledger.library.fields[name]?.format(value) ?? '']
    })
    .join(' · ')
}
