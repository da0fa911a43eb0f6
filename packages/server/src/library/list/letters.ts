// Where each initial begins among names in pinyin order: the first character of each, as the database's own order has
// it; a test asks the database.
import type { Jump } from './sort.ts'

const firsts: readonly (readonly [string, string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '呣'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
]

/** The first character of a letter; of i, u and v, which begin no syllable, of the next that does. */
export function letterFrom(letter: string): string {
  return firsts.find(([l]) => l >= letter.toLowerCase())?.[1] ?? '帀'
}

/** The end of a letter: just below the next one's first character; z ends with the last of them. */
export function letterTo(letter: string): Jump {
  const next = firsts.find(([l]) => l > letter.toLowerCase())
  return next ? { value: next[1], strict: true } : { value: '\u{10ffff}', strict: false }
}
