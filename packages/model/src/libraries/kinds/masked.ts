// Personal numbers: kept sealed, written with stars. The plain number leaves only through a logged reveal, so format
// masks and there is no toCell: an export holds the mask, and a mask read again changes nothing.
import type { Field, FieldOptions, Parsed } from '../field.ts'
import { readCodeCell } from './code-cell.ts'

export interface MaskedRules {
  readonly kind: string
  readonly noun: string
  readonly pattern: string
  /** Half-width upper-case text without blanks → the number as kept, or what is wrong. */
  read(text: string): { readonly value: string } | { readonly wrong: string }
  mask(value: string): string
}

/** A sealed field whose value is a number that nobody needs to see in full. */
export function masked(options: FieldOptions, rules: MaskedRules): Field<string> {
  const read = (text: string): Parsed<string> => {
    if (text === '') return { ok: true, value: null }
    if (text.includes('*'))
      return { ok: false, keep: true, message: `${rules.noun}是遮住的，要改请写全号，不改请保持原样` }
    const got = rules.read(text)
    return 'wrong' in got ? { ok: false, message: got.wrong } : { ok: true, value: got.value }
  }
  return {
    ...options,
    kind: rules.kind,
    sealed: 'masked',
    columns: [{ suffix: '', type: 'bytea' }],
    operators: [],
    sortable: false,
    widget: 'secret',
    schema: { type: 'string', pattern: rules.pattern },
    parse(cell) {
      const written = readCodeCell(cell)
      return 'message' in written ? { ok: false, message: written.message } : read(written.code)
    },
    format: rules.mask,
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      if (typeof value !== 'string') return { ok: false, message: `要写${rules.noun}` }
      const written = readCodeCell({ text: value })
      if ('message' in written) return { ok: false, message: written.message }
      return read(written.code)
    },
  }
}
