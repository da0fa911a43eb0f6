// Numbering as officials write it: 一、（一）1.（1）① 第一，首先 一是 一要 ——, mixed and sometimes broken.

export type MarkerClass =
  | 'chapter'
  | 'article'
  | 'cn-dot'
  | 'cn-paren'
  | 'ordinal'
  | 'first'
  | 'spoken'
  | 'ar-dot'
  | 'ar-paren'
  | 'circle'
  | 'dash'

export interface Marker {
  kind: MarkerClass
  start: number
  /** Where the text after the marker begins. */
  end: number
  /** The marker as written, without blanks around it. */
  number: string
  /** Its ordinal value, or 0 where it has none. */
  value: number
}

/** Depth that a class of numbering usually has; smaller is outer. */
export const MARKER_RANK: Record<MarkerClass, number> = {
  chapter: 0,
  'cn-dot': 1,
  'cn-paren': 2,
  article: 2,
  ordinal: 3,
  first: 3,
  spoken: 4,
  'ar-dot': 5,
  'ar-paren': 6,
  circle: 7,
  dash: 8,
}

const MARKER =
  /(?:(?<chapter>第[一二三四五六七八九十百]{1,4}(?:章|节|部分|编))[ ]{0,4}|(?<article>第[一二三四五六七八九十百]{1,4}条)[ ]{0,4}|(?<cndot>[一二三四五六七八九十]{1,3}[、.])|(?<cnparen>（[一二三四五六七八九十]{1,3}）[、.]?)|(?<ordinal>第[一二三四五六七八九十]{1,2})[，、：]|(?<first>首先|其次|再次|最后)[，、：]|(?<spoken>[一二三四五六七八九十]{1,2}(?:是|要))|(?<ardot>\d{1,2}[.、])(?!\d)|(?<arparen>（\d{1,2}）[、.]?)|(?<circle>[①-⑳])|(?<dash>——))/y

const GROUPS: readonly (readonly [string, MarkerClass])[] = [
  ['chapter', 'chapter'],
  ['article', 'article'],
  ['cndot', 'cn-dot'],
  ['cnparen', 'cn-paren'],
  ['ordinal', 'ordinal'],
  ['first', 'first'],
  ['spoken', 'spoken'],
  ['ardot', 'ar-dot'],
  ['arparen', 'ar-paren'],
  ['circle', 'circle'],
  ['dash', 'dash'],
]

const DIGITS = '零一二三四五六七八九'

/** 一…九十九 as a number; 0 when it is none. */
export function ordinalValue(written: string): number {
  const found = /[一二三四五六七八九十]+/.exec(written)
  if (!found) {
    const digits = /\d+/.exec(written)
    return digits ? Number(digits[0]) : 0
  }
  const [tens, units] = found[0].includes('十') ? found[0].split('十') : ['0', found[0]]
  const high = tens === '' ? 1 : Math.max(0, DIGITS.indexOf(tens ?? ''))
  return high * 10 + Math.max(0, units ? DIGITS.indexOf(units) : 0)
}

const FIRST_CHARS = /[第一二三四五六七八九十（首其再最0-9①-⑳—]/

/** The marker that begins exactly at `at` of the folded text, or null. */
export function markerAt(folded: string, at: number): Marker | null {
  const char = folded[at]
  if (char === undefined || !FIRST_CHARS.test(char)) return null
  MARKER.lastIndex = at
  const match = MARKER.exec(folded)
  if (!match?.groups) return null
  for (const [group, kind] of GROUPS) {
    const number = match.groups[group]
    if (number === undefined) continue
    // 一要素 and 一是一 begin words, not lists.
    if (kind === 'spoken' && /^[一二三四五六七八九十]要[素点闻员]/.test(folded.slice(at, at + 4))) return null
    let end = at + match[0].length
    while (folded[end] === ' ') end++
    return { kind, start: at, end, number, value: ordinalValue(number) }
  }
  return null
}
