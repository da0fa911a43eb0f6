import { cleanName, isNothing, quoted, refusedCell } from '../cells.ts'
import type { Field, FieldOptions, Parsed } from '../field.ts'

const separators = /[、，,；;|\n\r]/
const [shortest, longest, most] = [2, 60, 30]

/** Names by which a thing is known beside its own (别名): a free list, kept in the order in which it was written. */
export function nameList(options: FieldOptions): Field<readonly string[]> {
  const accept = (written: readonly string[]): Parsed<readonly string[]> => {
    const list = [...new Set(written.map(cleanName).filter((name) => !isNothing(name)))]
    if (list.length > most) return { ok: false, message: `最多 ${most} 个` }
    const wrong = list.find((name) => name.length < shortest || name.length > longest)
    if (wrong !== undefined)
      return { ok: false, message: `“${quoted(wrong)}”不对：每个 ${shortest} 到 ${longest} 个字，几个之间用“、”隔开` }
    return { ok: true, value: list.length === 0 ? null : list }
  }
  return {
    ...options,
    kind: 'nameList',
    columns: [{ suffix: '', type: 'jsonb' }],
    operators: [],
    sortable: false,
    widget: 'none',
    schema: { type: 'array', items: { type: 'string', minLength: shortest, maxLength: longest }, maxItems: most },
    parse: (cell) => refusedCell(cell) ?? accept(cell.text.split(separators)),
    format: (value) => value.join('、'),
    store: (value) => [JSON.stringify(value)],
    load: ([list]) => (typeof list === 'string' ? JSON.parse(list) : list) as readonly string[],
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      if (!Array.isArray(value) || value.length > most * 2 || !value.every((one) => typeof one === 'string'))
        return { ok: false, message: '要写一个或几个名称' }
      const broken = value.find((one) => separators.test(one))
      return broken === undefined ? accept(value) : { ok: false, message: `“${quoted(broken)}”里有分隔符号` }
    },
  }
}
