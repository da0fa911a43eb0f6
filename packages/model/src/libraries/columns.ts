// Between a value and its SQL columns: most kinds keep the value itself, a few keep it another way.
import type { Field, Value } from './field.ts'

/** What each column of the field holds for a value, in the order of `field.columns`; null fills them all. */
export function toColumns(field: Field, value: Value): readonly unknown[] {
  if (value === null) return field.columns.map(() => null)
  return field.store ? field.store(value) : [value]
}

/** The value from a row's columns. Drivers bring bigint as text: it becomes a number, all of ours are safe integers. */
export function fromColumns(field: Field, columns: readonly unknown[]): Value {
  if (columns.length === 0 || columns.some((c) => c === null || c === undefined)) return null
  if (field.load) return field.load(columns)
  const [raw] = columns
  const type = field.columns[0]?.type
  if (type === 'bigint' || type === 'integer') return Number(raw)
  if (type === 'bigint[]') return (raw as readonly unknown[]).map(Number)
  return raw as Value
}
