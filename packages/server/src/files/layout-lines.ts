// Page formats (PDF, OFD) know where glyphs stand and not what a paragraph is. Lines are put together by
// baseline, page numbers left out, and a line that runs to the right edge is joined with the next one when that
// one begins at the left edge (a paragraph of a Chinese official document begins two characters in).

/** A run of text on a page; y grows downward; any unit, the same for the whole page. */
export interface Fragment {
  text: string
  x: number
  right: number
  /** Baseline. */
  y: number
  size: number
}

interface Line extends Fragment {
  /** First or last line of its page by position. */
  edge: boolean
}

/** @param pages fragments in the order of the content, page by page */
export function textOfPages(pages: readonly (readonly Fragment[])[]): string {
  const lines = pages.flatMap((page) => linesOfPage(page).filter((line) => !(line.edge && isPageNumber(line.text))))
  const long = lines.filter((line) => line.text.length >= 10)
  const [left] = extent((long.length > 0 ? long : lines).map((line) => line.x))
  const [, right] = extent(lines.map((line) => line.right))

  let text = ''
  let previous: Line | null = null
  for (const line of lines) {
    if (previous) text += continues(previous, line, left, right) ? seam(previous.text, line.text) : '\n'
    text += line.text
    previous = line
  }
  return text
}

function linesOfPage(fragments: readonly Fragment[]): Line[] {
  const lines: Line[] = []
  let line: Line | null = null
  for (const fragment of fragments) {
    // Spaces are drawn or not as the writer likes; the gap between the neighbours tells more.
    if (fragment.text.trim() === '') continue
    const same: boolean =
      line !== null &&
      Math.abs(fragment.y - line.y) <= 0.5 * Math.max(line.size, fragment.size) &&
      fragment.x >= line.right - 2 * line.size
    if (line && same) {
      line.text += gap(line, fragment) + fragment.text
      line.right = Math.max(line.right, fragment.right)
      line.size = Math.max(line.size, fragment.size)
    } else {
      line = { ...fragment, edge: false }
      lines.push(line)
    }
  }
  const kept = lines.map((each) => ({ ...each, text: each.text.trim() })).filter((each) => each.text !== '')
  const [top, bottom] = extent(kept.map((each) => each.y))
  for (const each of kept) each.edge = each.y === top || each.y === bottom
  return kept
}

/** A wide gap is a column of a table; a narrow one matters only between words in letters or digits. */
function gap(line: Fragment, next: Fragment): string {
  const width = next.x - line.right
  if (width > 2 * line.size) return '\t'
  return width > 0.2 * line.size && /^[\dA-Za-z]/.test(next.text) ? seam(line.text, 'a') : ''
}

function seam(before: string, after: string): string {
  return /[\dA-Za-z,.;:]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : ''
}

function continues(line: Line, next: Line, left: number, right: number): boolean {
  return (
    line.right >= right - 1.5 * line.size &&
    next.x <= left + 0.8 * line.size &&
    Math.abs(line.size - next.size) <= 0.1 * line.size &&
    !line.text.includes('\t')
  )
}

function isPageNumber(text: string): boolean {
  return /^[-—–－·\s]{0,6}第?\s?\d{1,4}\s?页?[-—–－·\s]{0,6}$/.test(text)
}

/** Least and greatest; a loop, because a hostile page may have more lines than a call takes arguments. */
function extent(values: readonly number[]): [number, number] {
  let [least, greatest] = [Infinity, -Infinity]
  for (const value of values) {
    least = Math.min(least, value)
    greatest = Math.max(greatest, value)
  }
  return [least, greatest]
}
