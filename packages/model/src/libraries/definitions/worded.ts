import type { Words } from '../../words.ts'
import type { Field, FieldOptions } from '../field.ts'
import { choice } from '../kinds/index.ts'

/**
 * A choice whose kept value is a code of the house (`under-way`) and whose word (办理中) is what people read, write and
 * import. Lists and forms show a choice by the field's `format`, never by the code.
 */
export function worded<T extends string>(words: Words<T>, options: FieldOptions): Field<T> {
  const codes = Object.keys(words) as T[]
  const synonyms = Object.fromEntries(codes.map((code) => [code, [words[code]]])) as unknown as Record<T, string[]>
  const field: Field<T> = choice<T>({ ...options, choices: codes, synonyms })
  const asWords = (message: string): string =>
    message.replace(codes.join('、'), codes.map((code) => words[code]).join('、'))
  return {
    ...field,
    format: (value) => words[value] ?? value,
    parse(cell, context) {
      const parsed = field.parse(cell, context)
      return parsed.ok ? parsed : { ok: false, message: asWords(parsed.message) }
    },
    check(value) {
      const checked = field.check(value)
      return checked.ok ? checked : { ok: false, message: asWords(checked.message) }
    },
  }
}
