// A .csv has no types: whoever opens it in a spreadsheet runs what begins like a formula. Such a text gets a `'` in
// front when it is written, and loses it when it is read, so that a round trip changes nothing; a text that already
// begins with `'` before such a sign gets one more, for the same reason. In .xlsx none of this is needed: there a text
// is a text by its type.
//
// The signs: = + - @, what a spreadsheet drops before them (spaces, tabs, line ends), and their full-width forms, which
// Chinese and Japanese versions take for the same. A tab or a line end alone counts too.

const risky = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/

/** As it stands in a .csv. */
export function guardFormula(text: string): string {
  return risky.test(text) ? `'${text}` : text
}

/** The text that `guardFormula` was given. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && risky.test(text) ? text.slice(1) : text
}
