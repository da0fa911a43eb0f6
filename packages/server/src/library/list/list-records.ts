// GET …/records: a page of a ledger, its columns as asked, with the words for its ids.
import type { Field, LibraryRecord, RecordPage, Value, Values } from '@yipanqi/model/libraries/index.ts'
import { listQuery } from '@yipanqi/model/libraries/index.ts'
import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { faults } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { loadRecordNames } from '../records/record-names.ts'
import { valuesReader } from '../rows.ts'
import { showSealed } from '../sealed.ts'
import { askOf } from './ask.ts'
import { hasRevision } from './columns.ts'
import { countRows } from './count-rows.ts'
import { listRows, type ListRow } from './list-rows.ts'
import { pageNames } from './name-joins.ts'
import type { Keyed } from './page.ts'
import { cursorOf, readSort, readStart, type Sort, type Start } from './sort.ts'

export type ListQuery = z.output<typeof listQuery>

export async function listRecords(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  query: ListQuery,
): Promise<RecordPage> {
  const { library } = ledger
  const sort = readSort(library, query.sort, { revision: hasRevision(ledger) })
  const start = readStart(library, sort, query)
  const fields = readColumns(ledger, query.columns)
  const asked = await askOf(trx, actor, ledger, query)
  const names = await pageNames(trx, actor, ledger, fields)
  // Sent together, answered in turn: the count waits behind the rows, and neither costs a trip of its own.
  const [page, count] = await Promise.all([
    listRows(trx, actor, ledger, asked, sort, start, query.limit, selectOf(ledger, fields), names?.joins ?? []),
    query.count === 'none' ? null : countRows(trx, actor, ledger, asked, query.count),
  ])
  const items = await presentRows(house, trx, actor, ledger, page.rows, fields)
  return {
    items,
    ...cursorsOf(library.id, sort, start, page.rows, page.more),
    count,
    names: names ? names.of(page.rows) : await loadRecordNames(trx, actor, library, valuesIn(items)),
  }
}

const valuesIn = (items: readonly LibraryRecord[]): Values[] => items.map((i) => i.values as Values)

/** Fields of the answer: those asked for, or the library's own list columns; each once. */
export function readColumns(ledger: Ledger, text: string | undefined): readonly string[] {
  const { library } = ledger
  const asked = (text ?? '').split(',').map((name) => name.trim())
  const names = asked.filter((name) => name !== '')
  const unknown = names.find((name) => !Object.hasOwn(library.fields, name))
  if (unknown !== undefined)
    throw faults.invalid('要看的栏目不对', [{ path: 'columns', message: `没有“${unknown.slice(0, 20)}”这一栏` }])
  return names.length === 0 ? library.columns : [...new Set(names)]
}

export function selectOf(ledger: Ledger, fields: readonly string[]): RawBuilder<unknown>[] {
  const { library, table } = ledger
  const ground = library.handmade ? [] : ['removed', 'updated_at']
  const columns = new Set(['version', ...ground, ...fields.flatMap((name) => ledger.columns(name))])
  const own = [...columns].map((c) => sql.ref(`r.${c}`))
  if (library.ladder) own.push(sql`r.stage`, sql`r.stage_since`)
  if (table === 'matter') own.push(sql`r.updated_at`)
  // Small tables without such a column: what their audit says.
  else if (library.handmade) own.push(sql`(select max(h.at) from library_history(${library.id}, r.id) h) as updated_at`)
  return own
}

async function presentRows(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  rows: readonly ListRow[],
  fields: readonly string[],
): Promise<LibraryRecord[]> {
  const { library } = ledger
  const sealed = fields.filter((name) => (library.fields[name] as Field).sealed)
  const shown = sealed.length === 0 ? null : await showSealed(trx, actor.county, library, rows, house.master, sealed)
  const read = valuesReader(ledger, fields)
  return rows.map((row, i) => ({
    id: row.id,
    version: Number(row['version']),
    stage: (row['stage'] ?? null) as string | null,
    stageSince: (row['stage_since'] ?? null) as string | null,
    values: { ...read(row), ...(shown?.[i] as Record<string, Value> | undefined) },
    removed: (row['removed'] ?? null) as string | null,
    updatedAt: (row['updated_at'] ?? longAgo) as string,
  }))
}

/** Of a row that was there before there was an audit. */
const longAgo = '1970-01-01T00:00:00+08:00'

/** `next` and `previous` of a page; null where the list ends. */
export function cursorsOf(
  library: string,
  sort: Sort,
  start: Start,
  rows: readonly Keyed[],
  more: boolean,
): { next: string | null; previous: string | null } {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return { next: null, previous: null }
  const at = (row: typeof first) => cursorOf(library, sort, { value: row.sortedBy, id: row.id })
  if (start.way === 'before') return { next: at(last), previous: more ? at(first) : null }
  return { next: more ? at(last) : null, previous: start.way === 'first' ? null : at(first) }
}
