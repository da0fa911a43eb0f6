import type { Field, Value, Values } from '../field.ts'

/**
 * A field whose value follows from the record's other values: stored like any of its kind, so that it is filtered and
 * sorted, but never asked nor imported. `compute` is pure and total: null where something it needs is missing.
 */
export function computed<V extends Value>(field: Field<V>, compute: (values: Values) => V | null): Field<V> {
  return { ...field, system: true, widget: 'none', compute }
}
