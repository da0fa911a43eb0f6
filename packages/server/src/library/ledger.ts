// A library as the server works with it: its definition, and where its fields stand in SQL.
import {
  columnNames,
  isIndexed,
  type ColumnType,
  type Field,
  type Library,
  type Values,
} from '@yipanqi/model/libraries/index.ts'
import { findLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../db/actor.ts'
import { faults } from '../http/fault.ts'
import { copiedFields } from './sql/table-of.ts'

export interface Ledger {
  readonly library: Library
  readonly origin: 'shipped' | 'own'
  readonly table: string
  /** The copy that drives a unit's own list: fields whose columns stand in it, and what the record's id is called there. */
  readonly seen: {
    readonly table: string
    readonly id: string
    readonly fields: ReadonlySet<string>
    /** Columns that are called otherwise there. */
    readonly renamed?: Readonly<Record<string, string>>
  } | null
  /** SQL columns of a field, first the one that is filtered and sorted by. */
  columns(field: string): readonly string[]
  /** What tells its rows from another ledger's of the same table: nothing, where it has a table of its own. */
  belongs(alias: string): readonly RawBuilder<unknown>[]
  /** Columns that each row carries beside its fields, and what they hold for these values. */
  stamps: { readonly columns: readonly (readonly [string, ColumnType])[]; of(values: Values): Record<string, unknown> }
  /** What always holds for its rows, beside row security: on the ledger or taken off it, which own ledger. */
  conditions(alias: string, removed: boolean): readonly RawBuilder<unknown>[]
}

export function shippedLedger(library: Library): Ledger {
  const matters = library.table === 'matter'
  // Tables made by hand keep no records that were taken off.
  const removable = !library.handmade
  const seenFields = matters ? mattersSeen : new Set([...copiedFields(library), ...(library.ladder ? ['stage'] : [])])
  // Asked many times a request.
  const columns = new Map(Object.entries(library.fields).map(([name, field]) => [name, columnNames(name, field)]))
  return {
    library,
    origin: 'shipped',
    table: library.table,
    seen: matters
      ? { table: 'matter_seen', id: 'matter', fields: seenFields, renamed: { key: 'key_matter' } }
      : library.handmade
        ? null
        : { table: `${library.table}_seen`, id: 'id', fields: seenFields },
    columns: (name) => columns.get(name) ?? columnNames(name, library.fields[name] as Field),
    belongs: () => [],
    stamps: { columns: [], of: () => ({}) },
    conditions: (alias, removed) =>
      removable ? [sql`${sql.ref(`${alias}.removed`)} is ${removed ? sql`not null` : sql`null`}`] : [],
  }
}

/** Columns of matter_seen (see 0003_loop.sql and 0012_matters_library.sql). */
const mattersSeen = new Set([
  'state',
  'light',
  'kind',
  'leadUnit',
  'leader',
  'deadline',
  'key',
  'line',
  'issuedOn',
  'pace',
  'overdue',
  'lastReportOn',
  'closedOn',
])

const ledgers = new Map<string, Ledger>()

/** The library of that id, or 404. Whether its rows may be seen is row security's. */
export function getLedger(id: string): Ledger {
  const known = ledgers.get(id)
  if (known) return known
  const library = findLibrary(id)
  if (!library) throw faults.notFound('本台账')
  const ledger = shippedLedger(library)
  ledgers.set(id, ledger)
  return ledger
}

/** Sees every record of the library: the county's own people, the library's keepers, and all where it is open. */
export function seesWhole(actor: Actor, library: Library): boolean {
  if (actor.scope === 'all' || actor.scope === 'system') return true
  // Tables made by hand know no keepers.
  if (actor.libraries.includes(library.id) && !library.handmade) return true
  return (library.audience.open ?? false) && ['unit', 'subtree', 'custom', 'own'].includes(actor.scope)
}

export const indexedFields = (library: Library): string[] =>
  Object.keys(library.fields).filter((name) => isIndexed(library.fields[name] as Field))
