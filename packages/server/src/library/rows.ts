// Between a record's values and the columns of its row.
import { fromColumns, toColumns } from '@yipanqi/model/libraries/columns.ts'
import type { Field, Value, Values } from '@yipanqi/model/libraries/index.ts'
import type { Ledger } from './ledger.ts'

export type Row = Readonly<Record<string, unknown>>

/**
 * The values of the named fields from a row that has their columns. Sealed fields come as they are kept (bytea): they
 * are opened or masked by sealed.ts alone, so they are left out here.
 */
export const valuesOf = (ledger: Ledger, row: Row, fields: readonly string[]): Record<string, Value> =>
  valuesReader(ledger, fields)(row)

/** The same for many rows: where each field stands is looked up once. */
export function valuesReader(ledger: Ledger, fields: readonly string[]): (row: Row) => Record<string, Value> {
  const places = fields.flatMap((name) => {
    const field = ledger.library.fields[name] as Field
    return field.sealed ? [] : [{ name, field, columns: ledger.columns(name) }]
  })
  return (row) => {
    const out: Record<string, Value> = {}
    for (const { name, field, columns } of places)
      out[name] = fromColumns(
        field,
        columns.map((column) => row[column]),
      )
    return out
  }
}

/** Columns and what they hold for these values; fields that the values do not name are left alone. Sealed ones too. */
export function columnsOf(ledger: Ledger, values: Values): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    const field = ledger.library.fields[name]
    if (!field || field.sealed) continue
    const kept = toColumns(field, value)
    ledger.columns(name).forEach((column, i) => {
      out[column] = kept[i]
    })
  }
  return out
}
