// Habits of cells that every kind meets.
import type { CellInput, Parsed } from './field.ts'

// Zero-width, bidi and other control characters: they come with copying from chats and web pages, are never meant, and
// make two equal names look different to a key.
const unseen = /[\p{Cc}\p{Cf}]/gu

/** Text without what cannot be seen, edges trimmed, runs of blanks made one. Inner line breaks become blanks. */
export function cleanText(text: string): string {
  return text
    .replace(/[\s\u3000]+/g, ' ')
    .replace(unseen, '')
    .trim()
}

/** An Excel error, or a formula without a kept result, is no value. */
export function refusedCell(cell: CellInput): Parsed<never> | null {
  if (cell.error) return { ok: false, message: `单元格是 Excel 错误值 ${cell.text}，请改正公式或直接填写` }
  if (cell.formula && cell.text.trim() === '' && cell.number === undefined)
    return { ok: false, message: '单元格是公式，没有保存结果，请在 Excel 里选择性粘贴为数值' }
  return null
}

/** Marks that clerks put where there is nothing. */
const nothing = new Set(['', '-', '—', '——', '－', '/', '／', '\\', '无', '暂无', '待定', '空', 'N/A', 'n/a'])
export const isNothing = (text: string): boolean => nothing.has(text)
