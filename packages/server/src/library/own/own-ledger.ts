// A county's own ledger as the server works with it: slots of one shipped table, its rows told apart by a column.
import { toColumns } from '@yipanqi/model/libraries/columns.ts'
import { columnNames, type Field, type Library, type Values } from '@yipanqi/model/libraries/index.ts'
import { ownTable } from '@yipanqi/model/libraries/own/index.ts'
import { sql } from 'kysely'
import type { Ledger } from '../ledger.ts'

export function ownLedger(library: Library): Ledger {
  const belongs = (alias: string) => [sql`${sql.ref(`${alias}.library`)} = ${library.id}`]
  const columns = (name: string) => columnNames(name, library.fields[name] as Field)
  return {
    library,
    origin: 'own',
    table: ownTable,
    seen: { table: `${ownTable}_seen`, id: 'id', fields: new Set([library.title]) },
    columns,
    belongs,
    stamps: {
      columns: [
        ['library', 'text'],
        ['open', 'boolean'],
        ['key1', 'text'],
      ],
      of: (values) => ({ library: library.id, open: library.audience.open ?? false, key1: keyOf(library, values) }),
    },
    conditions: (alias, removed) => [
      ...belongs(alias),
      sql`${sql.ref(`${alias}.removed`)} is ${removed ? sql`not null` : sql`null`}`,
    ],
  }
}

/** The key as one text, so that one shipped index keeps it unique whatever its fields; null where a part is empty. */
function keyOf(library: Library, values: Values): string | null {
  const parts = (library.unique[0] ?? []).flatMap((name) => [
    ...toColumns(library.fields[name] as Field, values[name] ?? null),
  ])
  return parts.length === 0 || parts.some((p) => p === null || p === undefined) ? null : JSON.stringify(parts)
}
