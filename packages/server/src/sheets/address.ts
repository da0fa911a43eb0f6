/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  let name = ''
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name
  return name
}

/** The 0-based column of `AB12`, or -1 when there are no letters before it. Letters beyond the fourth are not looked at. */
export function columnOf(reference: string): number {
  let index = 0
  let at = 0
  for (; at < 5; at++) {
    const code = reference.charCodeAt(at) & ~32
    if (!(code >= 65 && code <= 90)) break
    index = index * 26 + code - 64
  }
  return at === 0 ? -1 : index - 1
}

/** `B2:D5` or `B2` → 1-based rows, 0-based columns; null for anything else. */
export function parseRange(text: string): { top: number; bottom: number; left: number; right: number } | null {
  const found = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(text)
  if (!found) return null
  const [, from = '', top = '', to = from, bottom = top] = found
  return { top: Number(top), bottom: Number(bottom), left: columnOf(from), right: columnOf(to) }
}
