import type { Field, FieldOptions } from '../field.ts'
import { lookedUp } from './looked-up.ts'

/** A county leader (县领导). */
export function leader(options: FieldOptions): Field<number> {
  return lookedUp('leader', 'leader', 'leaders', '县领导', options)
}
