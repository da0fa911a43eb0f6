import { cleanName, isNothing, refusedCell } from '../cells.ts'
import type { Field, FieldOptions } from '../field.ts'
import { personalWarning } from './personal-number.ts'

const longest = 60

/** A person by name: personal, so sealed under the record's own key (erasable), shown to who may read the record. */
export function person(options: FieldOptions): Field<string> {
  const tooLong = `太长，人名请控制在 ${longest} 字以内`
  return {
    ...options,
    kind: 'person',
    sealed: 'shown',
    columns: [{ suffix: '', type: 'bytea' }],
    operators: [],
    sortable: false,
    widget: 'person',
    schema: { type: 'string', maxLength: longest },
    parse(cell) {
      const refused = refusedCell(cell)
      if (refused) return refused
      const value = cleanName(cell.text)
      if (isNothing(value)) return { ok: true, value: null }
      if (value.length > longest) return { ok: false, message: tooLong }
      if (/^[\d\s.-]+$/.test(value)) return { ok: false, message: '要写人名，这里是数字' }
      const warning = personalWarning(value)
      return { ok: true, value, ...(warning === undefined ? {} : { warning }) }
    },
    format: (value) => value,
    check(value) {
      if (value === null) return { ok: true, value: null }
      if (typeof value !== 'string') return { ok: false, message: '要写人名' }
      if (value.length > longest * 4) return { ok: false, message: tooLong }
      const clean = cleanName(value)
      if (isNothing(clean)) return { ok: true, value: null }
      if (clean.length > longest) return { ok: false, message: tooLong }
      return /^[\d\s.-]+$/.test(clean) ? { ok: false, message: '要写人名，这里是数字' } : { ok: true, value: clean }
    },
  }
}
