import { lookedUp } from './looked-up.ts'
import type { Field, FieldOptions } from '../field.ts'

export interface ReferenceOptions extends FieldOptions {
  /** Library id. */
  readonly to: string
  /** 企业, 项目: its word. */
  readonly noun: string
}

/** A record of another library, found by its own search; in a spreadsheet by its key or its exact name. */
export function reference(options: ReferenceOptions): Field<number> {
  const { to, noun, ...rest } = options
  return lookedUp('reference', 'reference', to, noun, rest)
}
