// One rule makes every other pattern short: fold full-width digits, letters and half-width punctuation into one
// form, one code unit for one code unit, so that offsets into the folded text are offsets into the given text.

const PUNCTUATION: Record<string, string> = {
  '(': '（',
  ')': '）',
  '﹙': '（',
  '﹚': '）',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '．': '.',
  '％': '%',
  '\u00a0': ' ',
  '\u3000': ' ',
  '\t': ' ',
  '\r': ' ',
}

const FOLDABLE = /[():;?!,﹙﹚．％\u00a0\u3000\t\r０-９Ａ-Ｚａ-ｚ]/g

function foldOne(char: string, at: number, whole: string): string {
  const code = char.charCodeAt(0)
  if (code >= 0xff10 && code <= 0xff5a) return String.fromCharCode(code - 0xfee0)
  if (char === ',') {
    // 1,000 keeps its separator; a comma between words is a Chinese comma typed in a hurry.
    const before = whole.charCodeAt(at - 1)
    const after = whole.charCodeAt(at + 1)
    const between = before >= 48 && before <= 57 && after >= 48 && after <= 57
    return between ? ',' : '，'
  }
  return PUNCTUATION[char] ?? char
}

/** Folds width and punctuation; the result has exactly the length of `text`. */
export function fold(text: string): string {
  return text.replace(FOLDABLE, foldOne)
}
