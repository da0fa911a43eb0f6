const FULL_FROM = 0xff01
const FULL_TO = 0xff5e
const SHIFT = 0xfee0

/**
 * Full-width forms (２０２６，Ａ，％) to their half-width twins; the ideographic space becomes a blank.
 * One UTF-16 unit becomes one UTF-16 unit, so that offsets into the result are offsets into `text`.
 */
export function toHalfWidth(text: string): string {
  if (!/[\uff01-\uff5e\u3000]/.test(text)) return text
  return text.replace(/[\uff01-\uff5e\u3000]/g, (c) => {
    const code = c.charCodeAt(0)
    return code >= FULL_FROM && code <= FULL_TO ? String.fromCharCode(code - SHIFT) : ' '
  })
}

const NUMERIC = /[０-９Ａ-Ｚａ-ｚ％．＊＋－／＿～　]/
const NUMERIC_ALL = /[０-９Ａ-Ｚａ-ｚ％．＊＋－／＿～　]/g

/**
 * Only what stands in and around figures becomes half-width (digits, letters, ％ ． ＊ ＋ － ／ ＿ ～); the marks that end
 * Chinese clauses stay as they are. Offsets are kept, as in `toHalfWidth`.
 */
export function narrowFigures(text: string): string {
  return NUMERIC.test(text) ? text.replace(NUMERIC_ALL, toHalfWidth) : text
}
