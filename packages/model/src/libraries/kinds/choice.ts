import { toHalfWidth } from '@yipanqi/base'
import { cleanText, isNothing, refusedCell } from '../cells.ts'
import type { Field, FieldOptions } from '../field.ts'

export interface ChoiceOptions<T extends string> extends FieldOptions {
  readonly choices: readonly T[]
  /** Other ways to write a choice: {'在建': ['建设中']}. */
  readonly synonyms?: Readonly<Partial<Record<T, readonly string[]>>>
}

/** One of a closed list; kept as the word itself. */
export function choice<const T extends string>(options: ChoiceOptions<T>): Field<T> {
  const { synonyms, ...rest } = options
  const words = new Map<string, T>()
  for (const one of options.choices) {
    words.set(plain(one), one)
    for (const other of synonyms?.[one] ?? []) words.set(plain(other), one)
  }
  const list = options.choices.join('、')
  const unknown = (text: string) => `没有“${text.slice(0, 20)}”，只能填：${list}`
  return {
    ...rest,
    kind: 'choice',
    columns: [{ suffix: '', type: 'text' }],
    operators: ['eq', 'in', 'ne', 'empty', 'filled'],
    sortable: true,
    widget: 'choice',
    schema: { type: 'string', enum: [...options.choices] },
    parse(cell) {
      const refused = refusedCell(cell)
      if (refused) return refused
      const text = cleanText(cell.text)
      const found = words.get(plain(text))
      if (found !== undefined) return { ok: true, value: found }
      return isNothing(text) ? { ok: true, value: null } : { ok: false, message: unknown(text) }
    },
    format: (value) => value,
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      const found = options.choices.find((c) => c === value)
      return found === undefined ? { ok: false, message: unknown(String(value)) } : { ok: true, value: found }
    },
  }
}

const plain = (text: string): string => toHalfWidth(text).replace(/\s/g, '').toLowerCase()
