import type { Cell, MergedRange, SheetRow } from './types.ts'

/** The first rows of a sheet, looked at as what may be a head. */
export interface HeadGrid {
  readonly rows: readonly SheetRow[]
  /** columns of the widest row */
  readonly width: number
  couldBeHead(start: number): boolean
  /** How many rows a head has that begins here, by its merged cells: 1 where they say nothing. */
  depth(start: number, most: number): number
  /** A merged cell reaches down through the rows of the head. */
  joined(start: number, depth: number): boolean
  /** What stands over each column, from above to below; null when the rows do not follow one another. */
  paths(start: number, depth: number): { index: number; path: string[] }[] | null
  /** The row counts the columns: 甲 乙 1 2 3, A B C. */
  numbersColumns(start: number): boolean
}

/** Columns looked at: what is wider is no ledger, and looking takes time in the thread that answers. */
const widest = 1_000

export function headGrid(rows: readonly SheetRow[], merges: readonly MergedRange[]): HeadGrid {
  const textAt = (row: number, column: number): string => rows[row]?.cells[column]?.text.trim() ?? ''
  const follows = (row: number): boolean => rows[row]?.row === (rows[row - 1]?.row ?? 0) + 1
  const width = Math.min(widest, Math.max(1, ...rows.map((row) => row.cells.length)))
  const wide = merges.filter((one) => one.right > one.left)

  /** The words of one row of a head that ends with row `last`, that of a range for each column that it covers. */
  function wordsOf(start: number, last: number): string[] {
    const words = Array.from({ length: width }, (_, column) => textAt(start, column))
    const below = start + 1
    if (below > last) return words
    for (const range of wide) {
      // A range that reaches the head's end is one wide column, not several.
      if (range.top !== rows[start]?.row || range.bottom >= (rows[last]?.row ?? 0)) continue
      const word = textAt(start, range.left)
      for (let column = range.left; column <= Math.min(range.right, width - 1); column++) words[column] ||= word
    }
    if (merges.length > 0) return words
    // Without ranges: a word reaches to the right over cells that have something below, until the next word.
    let reaching = ''
    for (let column = 0; column < width; column++) {
      if (textAt(below, column) === '') reaching = ''
      else reaching = words[column] ||= reaching
    }
    return words
  }

  return {
    rows,
    width,
    couldBeHead(start) {
      const cells = (rows[start]?.cells ?? []).filter((cell) => cell !== null && cell.text.trim() !== '')
      const words = cells.filter(isWord)
      return words.length >= Math.min(2, width) && words.length * 2 > cells.length
    },
    depth(start, most) {
      let depth = 1
      while (depth < most && follows(start + depth) && reaches(start, depth)) depth++
      return depth
    },
    joined(start, depth) {
      const top = rows[start]?.row ?? 0
      return merges.some((one) => one.top >= top && one.bottom > one.top && one.bottom < top + depth)
    },
    paths(start, depth) {
      const last = start + depth - 1
      for (let row = start + 1; row <= last; row++) if (!follows(row)) return null
      const columns: { index: number; path: string[] }[] = []
      const words = rows.slice(start, last + 1).map((_, at) => wordsOf(start + at, last))
      for (let index = 0; index < width; index++) {
        const path: string[] = []
        for (const row of words) {
          const word = row[index] ?? ''
          if (word !== '' && word !== path.at(-1)) path.push(word)
        }
        if (path.length > 0) columns.push({ index, path })
      }
      return columns
    },
    numbersColumns(start) {
      const texts = (rows[start]?.cells ?? []).flatMap((cell) => cell?.text.trim() || [])
      return follows(start) && texts.length >= 3 && countsOn(texts.map((text) => text.replace(/^[（(]|[)）]$/g, '')))
    },
  }

  /** Whether the head goes on below its first `depth` rows. */
  function reaches(start: number, depth: number): boolean {
    const bottom = rows[start + depth - 1]?.row ?? 0
    const top = rows[start]?.row ?? 0
    return merges.some((one) => {
      if (one.top < top || one.top > bottom) return false
      if (one.bottom > bottom) return true
      if (one.bottom !== bottom || one.right === one.left) return false
      let below = 0
      for (let column = one.left; column <= one.right; column++)
        if (isWord(rows[start + depth]?.cells[column] ?? null)) below++
      return below >= 2
    })
  }
}

/** 甲 乙 1 2 3, A B C, 1 2 3: letters in their order, then numbers from 1. */
function countsOn(signs: readonly string[]): boolean {
  const letters = signs.findIndex((sign) => !/^(?:[甲乙丙丁戊己庚辛壬癸]|[A-Z])$/.test(sign))
  const order = signs[0] === 'A' ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' : '甲乙丙丁戊己庚辛壬癸'
  const count = letters < 0 ? signs.length : letters
  return signs.every((sign, index) => sign === (index < count ? order[index] : String(index - count + 1)))
}

/** Words, not amounts and not a line of a form (填报单位：…). */
function isWord(cell: Cell | null): boolean {
  if (!cell || cell.number !== undefined || cell.boolean !== undefined || cell.error) return false
  const text = cell.text.trim()
  return text !== '' && text.length <= 60 && !/^[-+\d.,%％\s]+$/.test(text) && !/[:：][^)）]/.test(text)
}
