import { lookedUp } from './looked-up.ts'
import type { Field, FieldOptions } from '../field.ts'

/** A unit of the county's directory. Old names resolve to the successor. */
export function unit(options: FieldOptions): Field<number> {
  return lookedUp('unit', 'unit', 'units', '单位', options)
}
