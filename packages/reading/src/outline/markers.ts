// Numbering as officials write it: 一、（一）1.（1）① 第一，首先 一是 一要 ——, mixed and sometimes broken.

export type MarkerClass =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'roman'
  | 'cn-dot'
  | 'cn-paren'
  | 'named'
  | 'ordinal'
  | 'first'
  | 'spoken'
  | 'ar-dot'
  | 'decimal-2'
  | 'decimal-3'
  | 'ar-paren'
  | 'latin'
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
  part: 0,
  chapter: 0.2,
  section: 0.4,
  roman: 0.8,
  'cn-dot': 1,
  'cn-paren': 2,
  article: 2,
  named: 2.5,
  ordinal: 3,
  first: 3,
  spoken: 4,
  'ar-dot': 5,
  'decimal-2': 5.2,
  'decimal-3': 5.4,
  'ar-paren': 6,
  latin: 6.5,
  circle: 7,
  dash: 8,
}

/** Numbering that only headings of a document carry; a speaker or a list does not use it. */
export const FORMAL: ReadonlySet<MarkerClass> = new Set([
  'part',
  'chapter',
  'section',
  'roman',
  'cn-dot',
  'cn-paren',
  'decimal-2',
  'decimal-3',
])

const CN = '[一二三四五六七八九十]'
const NTH = '第(?:[一二三四五六七八九十百]{1,4}|\\d{1,3})'
// 1.2亿元 and 2.5个百分点 begin a sentence about figures.
const NO_UNIT = '(?![ ]{0,2}[\\d%‰亿万千百元个倍成分吨亩米公户家人平年月日])'

const FAMILIES: readonly (readonly [MarkerClass, string])[] = [
  ['part', `${NTH}(?:篇|编|部分|卷)(?![之的])[ 、：]{0,4}`],
  ['chapter', `${NTH}章(?![程节之的])[ 、：]{0,4}`],
  ['section', `${NTH}节(?![课点能日的])[ 、：]{0,4}`],
  ['article', `${NTH}条(?![例线战生产、的])[ ：]{0,4}`],
  ['roman', '[Ⅰ-Ⅻ][、.：]'],
  // A blank instead of 、 is a number only where the line is a heading of its own.
  ['cn-dot', `${CN}{1,3} {0,2}[、.]|${CN}{1,3}(?:，|[ ]{1,3})(?=[^\\n。；，：]{2,24}(?:\\n|$))`],
  ['cn-paren', `[（〔【]${CN}{1,3}[）〕】][、.：]?|${CN}{1,3}）[、.]?|[㈠-㈩][、.]?`],
  ['named', `(?:任务|举措|措施|行动|议题|事项|专题|专栏|要点)(?:${CN}{1,2}|\\d{1,2})[：、. ]`],
  ['ordinal', `(?:第${CN}{1,2}(?:件事|句话|点|项|个方面|方面)?|其[一二三四五六七八九])[，、：]`],
  ['first', '(?:首先|其次|再次|最后)[，、：]'],
  ['spoken', `${CN}{1,2}(?:是|要)[：]?`],
  ['decimal-3', `\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}[.、]?${NO_UNIT}`],
  ['decimal-2', `\\d{1,2}\\.\\d{1,2}[.、]?(?=[ ]{0,2}[\\u4e00-\\u9fff“])${NO_UNIT}`],
  ['ar-dot', `\\d{1,2} ?[.、](?!\\d)|\\d{1,2} {1,3}${NO_UNIT}(?=[\\u4e00-\\u9fff][^\\n。；，：]{1,22}(?:\\n|$))|[⒈-⒛]`],
  ['ar-paren', '[（〔]\\d{1,2}[）〕][、.]?|\\d{1,2}）[、.]?|[⑴-⒇]'],
  ['latin', '[A-Ha-h][.、](?![A-Za-z]|[^\\n]{0,2}类)|（[A-Ha-h]）'],
  ['circle', '[①-⑳❶-❿➀-➓㊀-㊉][、.]?'],
  ['dash', '——|[●■◆★▲▪◇•➢❖]'],
]

const MARKER = new RegExp(FAMILIES.map(([, source]) => `(${source})`).join('|'), 'y')

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

const FIRST_CHARS =
  /[第一二三四五六七八九十（〔【首其再最任举措行议事专要0-9A-Ha-hⅠ-Ⅻ㈠-㈩①-⑳⑴-⒇⒈-⒛❶-❿➀-➓㊀-㊉—●■◆★▲▪◇•➢❖]/
/** Value of a number that is one character: the first of its series counts 1. */
const SERIES = ['Ⅰ', '㈠', '①', '⑴', '⒈', '❶', '➀', '㊀', 'A', 'a'].map((char) => char.charCodeAt(0))

function valueOf(kind: MarkerClass, number: string): number {
  const written = ordinalValue(number)
  if (written > 0 || kind === 'dash' || kind === 'first') return written
  const code = number.charCodeAt(number.startsWith('（') ? 1 : 0)
  const first = SERIES.findLast((from) => code >= from && code - from < 20)
  return first === undefined ? 0 : code - first + 1
}

/** The marker that begins exactly at `at` of the folded text, or null. */
export function markerAt(folded: string, at: number): Marker | null {
  const char = folded[at]
  if (char === undefined || !FIRST_CHARS.test(char)) return null
  MARKER.lastIndex = at
  const match = MARKER.exec(folded)
  if (!match) return null
  for (const [order, [kind]] of FAMILIES.entries()) {
    const written = match[order + 1]
    if (written === undefined) continue
    // 一要素 and 一是一 begin words, not lists.
    if (kind === 'spoken' && /^[一二三四五六七八九十]要[素点闻员]/.test(folded.slice(at, at + 4))) return null
    let end = at + written.length
    while (folded[end] === ' ') end++
    const number = written.replace(/^(第[^ 、：]+|[任举措行议事专要].+?)[ 、：.]+$/, '$1').trim()
    return { kind, start: at, end, number: numberAsWritten(kind, number), value: lastValue(kind, number) }
  }
  return null
}

/** 第一， is shown as 第一; 一、 keeps its mark. */
function numberAsWritten(kind: MarkerClass, number: string): string {
  if (kind === 'first' || kind === 'ordinal') return number.replace(/[，、：]$/, '')
  return kind === 'spoken' ? number.replace(/：$/, '') : number
}

/** 2.3 counts 3 within its own list. */
function lastValue(kind: MarkerClass, number: string): number {
  if (!kind.startsWith('decimal')) return valueOf(kind, number)
  const last = /(\d+)[.、]?$/.exec(number)
  return last ? Number(last[1]) : 0
}
