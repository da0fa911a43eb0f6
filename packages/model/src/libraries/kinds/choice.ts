import { toHalfWidth } from '@yipanqi/base'
import { cleanText, isNothing, quoted, refusedCell } from '../cells.ts'
import type { Field, FieldOptions } from '../field.ts'

export interface ChoiceOptions<T extends string> extends FieldOptions {
  readonly choices: readonly T[]
  /** Other ways to write a choice: {'在建': ['建设中']}. */
  readonly synonyms?: Readonly<Partial<Record<T, readonly string[]>>>
}

/** One of a closed list; kept as the word itself. */
export function choice<const T extends string>(options: ChoiceOptions<T>): Field<T> {
  const { synonyms: _, ...rest } = options
  const words = wordTable(options)
  const unknown = (text: string): string => `没有“${quoted(text)}”，只能填：${options.choices.join('、')}`
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
      const found = words.find(text)
      if (found !== undefined) return { ok: true, value: found }
      return isNothing(text) ? { ok: true, value: null } : { ok: false, message: unknown(text) }
    },
    format: (value) => value,
    check(value) {
      if (value === null || value === '') return { ok: true, value: null }
      const found = options.choices.find((c) => c === value)
      return found === undefined ? { ok: false, message: unknown(told(value)) } : { ok: true, value: found }
    },
  }
}

/** What a message says of JSON that should have been a word. An object may have no text at all. */
export const told = (value: unknown): string => (typeof value === 'object' ? '' : String(value))

/** Every way to write each choice: width, case and blanks do not matter. Two choices that read alike are an error. */
export function wordTable<T extends string>(options: ChoiceOptions<T>): { find(text: string): T | undefined } {
  const words = new Map<string, T>()
  const add = (written: string, one: T): void => {
    const known = words.get(plain(written))
    if (known !== undefined && known !== one) throw new RangeError(`${written} stands for ${known} and ${one}`)
    words.set(plain(written), one)
  }
  for (const one of options.choices) add(one, one)
  for (const one of options.choices) for (const other of options.synonyms?.[one] ?? []) add(other, one)
  return { find: (text) => words.get(plain(text)) }
}

const plain = (text: string): string => toHalfWidth(text).replace(/\s/g, '').toLowerCase()
