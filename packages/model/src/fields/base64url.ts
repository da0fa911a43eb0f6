// base64url for ASCII text, by hand: model is pure and may use neither Node's Buffer nor the browser's btoa.
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Encodes text of code units 0–127 without padding. */
export function encodeAscii(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i += 3) {
    const have = Math.min(3, text.length - i)
    const bits =
      (text.charCodeAt(i) << 16) |
      ((have > 1 ? text.charCodeAt(i + 1) : 0) << 8) |
      (have > 2 ? text.charCodeAt(i + 2) : 0)
    for (let part = 0; part <= have; part += 1) out += ALPHABET[(bits >> (18 - 6 * part)) & 63]
  }
  return out
}

/** The text that `encodeAscii` was given, or null where `code` was not made by it (foreign letters, stray bits). */
export function decodeAscii(code: string): string | null {
  let out = ''
  let bits = 0
  let have = 0
  for (const letter of code) {
    const six = ALPHABET.indexOf(letter)
    if (six < 0) return null
    bits = ((bits << 6) | six) & 0xffff
    have += 6
    if (have >= 8) {
      have -= 8
      const unit = (bits >> have) & 0xff
      if (unit > 127) return null
      out += String.fromCharCode(unit)
    }
  }
  // Only one spelling of a text is accepted, so that a changed letter is noticed.
  return encodeAscii(out) === code ? out : null
}
