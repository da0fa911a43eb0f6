// Codes in spreadsheets: Excel takes long ones for numbers, drops their last digits and their leading zeros.
import { normalizeCode } from '@yipanqi/base'
import { cleanText, isNothing, refusedCell } from '../cells.ts'
import type { CellInput } from '../field.ts'

export const lostDigits = '编码被 Excel 变成了科学计数法，末几位已丢失，请把该列设为文本后重填'
export const storedAsNumber = '编码被 Excel 存成了数值，第 15 位以后的数字已丢失，请把该列设为文本后重填'

// The plus or the point tells it from a code that merely has an E in it.
const scientific = /^-?\d+(?:\.\d+)?E\+\d+$|^-?\d+\.\d+E\d+$/i

/** The digits of a whole number that Excel still knows exactly (15 of them); null beyond. */
export const numberAsCode = (number: number): string | null =>
  Number.isInteger(number) && Math.abs(number) < 1e15 ? String(number) : null

/** Half-width upper-case text of a code cell without blanks; '' for an empty cell; a message where digits are lost. */
export function readCodeCell(cell: CellInput): { readonly code: string } | { readonly message: string } {
  const refused = refusedCell(cell)
  if (refused) return refused
  const text = cleanText(cell.text)
  if (cell.number !== undefined && !cell.boolean) {
    if (cell.date) return { message: `要写编码，单元格却是日期 ${text}` }
    // A format such as 000000 shows the leading zeros that the number has lost.
    if (/^0\d+$/.test(text) && Number(text) === cell.number) return { code: text }
    const digits = numberAsCode(cell.number)
    return digits === null ? { message: scientific.test(text) ? lostDigits : storedAsNumber } : { code: digits }
  }
  if (isNothing(text)) return { code: '' }
  if (text.length > 100) return { message: '太长，不像编码，请核对' }
  return scientific.test(text) ? { message: lostDigits } : { code: normalizeCode(text) }
}
