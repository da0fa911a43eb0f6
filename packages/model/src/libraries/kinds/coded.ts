// What all kinds of codes share: a text column, asked by equality, read with care for what Excel did to it.
import type { Field, FieldOptions, NameFinder, Operator, Parsed, ParseContext, Widget } from '../field.ts'
import { readCodeCell } from './code-cell.ts'

export type CodeRead =
  | { readonly value: string; readonly warning?: string }
  /** `wrong`: what a person is told. */
  | { readonly wrong: string }

export interface CodeRules {
  readonly kind: string
  /** Regular expression of the value as kept, for OpenAPI. */
  readonly pattern: string
  readonly widget?: Widget
  readonly operators?: readonly Operator[]
  /** Half-width, upper case, no blanks, not empty → the code as it is kept. Without a context it is a value of the API. */
  read(code: string, context?: ParseContext): CodeRead
  /** As people print it; default as kept. */
  format?(value: string, names?: NameFinder): string
  /** Where a spreadsheet gets less than people read. */
  toCell?(value: string, names?: NameFinder): string
}

/** A field for one kind of code. */
export function coded(options: FieldOptions, rules: CodeRules): Field<string> {
  return {
    ...options,
    kind: rules.kind,
    columns: [{ suffix: '', type: 'text' }],
    operators: rules.operators ?? ['eq', 'in', 'empty', 'filled'],
    sortable: true,
    widget: rules.widget ?? 'code',
    schema: { type: 'string', pattern: rules.pattern },
    parse(cell, context): Parsed<string> {
      const written = readCodeCell(cell)
      if ('message' in written) return { ok: false, message: written.message }
      if (written.code === '') return { ok: true, value: null }
      const read = rules.read(written.code, context)
      return 'wrong' in read ? { ok: false, message: read.wrong } : { ok: true, ...read }
    },
    format: rules.format ?? ((value) => value),
    ...(rules.toCell ? { toCell: rules.toCell } : {}),
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      if (typeof value !== 'string') return { ok: false, message: '要写编码' }
      const written = readCodeCell({ text: value })
      if ('message' in written) return { ok: false, message: written.message }
      if (written.code === '') return { ok: true, value: null }
      const read = rules.read(written.code)
      return 'wrong' in read ? { ok: false, message: read.wrong } : { ok: true, value: read.value }
    },
  }
}
