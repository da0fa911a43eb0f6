// A number format of Excel, taken apart. Only what is needed to know what a person sees: colours, widths and fill
// characters have no text.

export type Token =
  | { kind: 'text'; text: string }
  /** `0 # ? . , %` and `E+`, one by one */
  | { kind: 'digit'; text: string }
  /** a run of y, m, d, h, s, a, or `[h]`, `AM/PM`, `上午/下午` */
  | { kind: 'time'; text: string }
  | { kind: 'general' }
  | { kind: 'value' }

export interface Section {
  tokens: Token[]
  /** shows a day: years, days, or a month that is not a minute */
  day: boolean
  time: boolean
}

/** @param code at most 255 characters in a file that Excel wrote; longer ones are cut */
export function parseFormat(code: string): Section[] {
  const sections: Section[] = [{ tokens: [], day: false, time: false }]
  let rest = code.slice(0, 255)
  while (rest !== '') {
    const current = sections.at(-1) as Section
    if (rest.startsWith(';')) {
      sections.push({ tokens: [], day: false, time: false })
      rest = rest.slice(1)
      continue
    }
    rest = rest.slice(take(rest, current.tokens))
  }
  for (const section of sections) mark(section)
  return sections
}

/** @returns how many characters were taken */
function take(rest: string, tokens: Token[]): number {
  const sign = rest.charAt(0)
  if (sign === '"') {
    const end = rest.indexOf('"', 1)
    const stop = end < 0 ? rest.length : end
    tokens.push({ kind: 'text', text: rest.slice(1, stop) })
    return stop + 1
  }
  if (sign === '\\' || sign === '!') {
    tokens.push({ kind: 'text', text: rest.charAt(1) })
    return 2
  }
  // `_x` is a space as wide as x, `*x` fills the cell with x.
  if (sign === '_' || sign === '*') return 2
  if (sign === '[') return bracket(rest, tokens)
  const word =
    /^(?:general|g\/通用格式|AM\/PM|A\/P|上午\/下午|E[+-]|y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|a{3,4}|e{1,4}|b{2,4}|\.0{1,3}(?=\s*$))/i.exec(
      rest,
    )
  if (word && !(word[0].startsWith('.') && !isSeconds(tokens))) return takeWord(word[0], tokens)
  if ('0#?.,%'.includes(sign)) tokens.push({ kind: 'digit', text: sign })
  else if (sign === '@') tokens.push({ kind: 'value' })
  else tokens.push({ kind: 'text', text: sign })
  return 1
}

function takeWord(word: string, tokens: Token[]): number {
  const low = word.toLowerCase()
  if (low.startsWith('g')) tokens.push({ kind: 'general' })
  else if (/^e[+-]$/.test(low)) tokens.push({ kind: 'digit', text: word.toUpperCase() })
  else tokens.push({ kind: 'time', text: low })
  return word.length
}

/** Fractions of a second belong to the seconds before them. */
function isSeconds(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)
  return last?.kind === 'time' && last.text.includes('s')
}

function bracket(rest: string, tokens: Token[]): number {
  const end = rest.indexOf(']')
  if (end < 0) {
    tokens.push({ kind: 'text', text: '[' })
    return 1
  }
  const inside = rest.slice(1, end)
  if (/^(?:h{1,2}|m{1,2}|s{1,2})$/i.test(inside)) tokens.push({ kind: 'time', text: `[${inside.toLowerCase()}]` })
  // [$¥-804] carries a currency sign; [$-804], [Red], [DBNum1] and conditions carry none.
  else if (inside.startsWith('$')) tokens.push({ kind: 'text', text: inside.slice(1).split('-')[0] ?? '' })
  return end + 1
}

/** An `m` after hours or before seconds is minutes; it is named so here, once. */
function mark(section: Section): void {
  const times = section.tokens.filter((token) => token.kind === 'time')
  for (const [index, token] of times.entries()) {
    if (/^m{1,2}$/.test(token.text)) {
      const before = times[index - 1]?.text ?? ''
      const next = times[index + 1]?.text ?? ''
      if (before.includes('h') || next.startsWith('s') || next.startsWith('[s'))
        token.text = token.text.replaceAll('m', 'n')
    }
    if (/^[ymdeab]/.test(token.text) && !token.text.includes('/')) section.day = true
    section.time = true
  }
}
