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
