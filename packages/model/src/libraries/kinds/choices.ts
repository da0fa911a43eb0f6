import { cleanText, isNothing, quoted, refusedCell } from '../cells.ts'
import type { Field } from '../field.ts'
import { told, wordTable, type ChoiceOptions } from './choice.ts'

const separators = /[、，,；;|／\n\r]/

/** Several of a closed list, kept in the list's order without repetition. Asked member by member. */
export function choices<const T extends string>(options: ChoiceOptions<T>): Field<readonly T[]> {
  const { synonyms: _, ...rest } = options
  const broken = options.choices.find((word) => separators.test(word))
  if (broken !== undefined) throw new RangeError(`choice ${broken} holds a separator`)
  const words = wordTable(options)
  const inOrder = (picked: ReadonlySet<string>): readonly T[] => options.choices.filter((word) => picked.has(word))
  const unknown = (text: string): string => `没有“${quoted(text)}”，只能填：${options.choices.join('、')}`
  return {
    ...rest,
    kind: 'choices',
    columns: [{ suffix: '', type: 'text[]' }],
    operators: ['in', 'empty', 'filled'],
    sortable: false,
    widget: 'choices',
    schema: { type: 'array', items: { type: 'string', enum: [...options.choices] }, uniqueItems: true },
    parse(cell) {
      const refused = refusedCell(cell)
      if (refused) return refused
      // One whole word first: a synonym may itself hold a slash.
      const single = words.find(cleanText(cell.text))
      if (single !== undefined) return { ok: true, value: [single] }
      const picked = new Set<string>()
      for (const part of cell.text.split(separators)) {
        const text = cleanText(part)
        const found = words.find(text)
        if (found !== undefined) picked.add(found)
        else if (!isNothing(text)) return { ok: false, message: unknown(text) }
      }
      return { ok: true, value: picked.size === 0 ? null : inOrder(picked) }
    },
    format: (value) => value.join('、'),
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      if (!Array.isArray(value) || value.length > options.choices.length * 2)
        return { ok: false, message: '要选一项或几项' }
      const picked = new Set<string>()
      for (const one of value) {
        if (typeof one !== 'string' || !options.choices.some((word) => word === one))
          return { ok: false, message: unknown(told(one)) }
        picked.add(one)
      }
      return { ok: true, value: picked.size === 0 ? null : inOrder(picked) }
    },
  }
}
