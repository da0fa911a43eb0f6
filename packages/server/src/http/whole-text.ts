import { faults } from './fault.ts'

// NUL is no text to PostgreSQL, and half of a surrogate pair no character to anybody.
const broken = /[\0\p{Cs}]/u
const everyBroken = /[\0\p{Cs}]/gu

/** Refuses a checked body in which any text holds what cannot be kept, naming where. Bodies are as deep as their schema. */
export function requireWholeText(body: unknown, path: readonly (string | number)[] = []): void {
  if (typeof body === 'string' && broken.test(body)) {
    throw faults.invalid('内容里有不能保存的字符', [
      { path: path.join('.'), message: '有空字符或残缺的字符，多是复制时带来的；请删去后再试' },
    ])
  }
  if (typeof body !== 'object' || body === null) return
  for (const [key, value] of Object.entries(body)) requireWholeText(value, [...path, key])
}

/** A file's text with such characters shown as �, one for one, so that positions stay. */
export function mendText(text: string): string {
  return text.replace(everyBroken, '\uFFFD')
}
