// Habits of cells that every kind meets.
import type { CellInput, Parsed } from './field.ts'

// Excel itself ends at 32,767 characters; a CSV may bring anything. A polygon of 5,000 points fits.
const longestCell = 200_000

// Zero-width, bidi and other control characters: they come with copying from chats and web pages, are never meant, and
// make two equal names look different to a key. Lone surrogates cannot be stored as UTF-8 at all.
const unseen = /[\p{Cf}\p{Cs}\u{3164}\u{ffa0}]|[\u{115f}\u{1160}]|\p{Variation_Selector}|(?!\s)\p{Cc}/gu
// PDFs bring the radicals ⼀⽅⼤ in place of 一方大: alike to the eye, strangers to a key.
const radicals = /[\u2e9f\u2ef3\u2f00-\u2fd5]/g
const plainRun = /^[\x21-\x7e\u3001-\u301f\u4e00-\u9fff\uff01-\uff5e]*$/

const seen = (text: string): string =>
  text
    .replace(unseen, '')
    .replace(radicals, (c) => c.normalize('NFKC'))
    .normalize('NFC')

/** Text without what cannot be seen, edges trimmed, runs of blanks made one. Inner line breaks become blanks. */
export function cleanText(text: string): string {
  if (plainRun.test(text)) return text
  return seen(text)
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
}

/** As {@link cleanText}, and blanks between two Han characters go: a name that was spread out or broken by Alt+Enter. */
export function cleanName(text: string): string {
  const clean = cleanText(text)
  return clean.includes(' ') ? clean.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '') : clean
}

/** Lines stay lines: blanks at their ends go, more than one empty line in a row becomes one. */
export function cleanLines(text: string): string {
  const lines = seen(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
    .split('\n')
    .map((line) => line.replace(/[\s\u3000]+/g, ' ').trim())
  return lines
    .filter((line, i) => line !== '' || lines[i - 1] !== '')
    .join('\n')
    .trim()
}

/** An Excel error, a formula without a kept result, or a whole document in one cell is no value. */
export function refusedCell(cell: CellInput): (Parsed<never> & { readonly ok: false }) | null {
  if (cell.error) return { ok: false, message: `单元格是 Excel 错误值 ${cell.text.slice(0, 20)}，请改正公式或直接填写` }
  if (cell.text.length > longestCell) return { ok: false, message: '这一格字数太多，不像是填写的内容，请核对' }
  if (cell.formula && cell.text.trim() === '' && cell.number === undefined)
    return { ok: false, message: '单元格是公式，没有保存结果，请在 Excel 里选择性粘贴为数值' }
  return null
}

/** Marks that clerks put where there is nothing. */
const marks = new Set(['', '-', '--', '—', '——', '－', '－－', '–', '/', '／', '\\', '*'])
const words = new Set(['无', '暂无', '待定', '空', 'N/A', 'n/a', '#N/A', 'NULL', 'null'])
export const isNothing = (text: string): boolean => marks.has(text) || words.has(text)
/** Only a mark, no word: in a column of words 无 is an answer, a dash is none. */
export const isBlankMark = (text: string): boolean => marks.has(text)

/** What a message quotes of a cell: enough to find it by. */
export const quoted = (text: string, most = 20): string => (text.length > most ? `${text.slice(0, most)}…` : text)
