import { escapeCell } from './cell-text.ts'
import { generalText } from './decimal-text.ts'
import { guardFormula } from './formula-guard.ts'
import { serialOfIso } from './serial.ts'
import type { SheetColumn, SheetValue } from './types.ts'
import { type NumberStyles, style } from './write-styles.ts'

/** What Excel holds in one cell; a longer text is cut with a mark, otherwise the whole file counts as damaged. */
const maxUnits = 32_767
const cutMark = '……（内容过长，此处截断）'

/** Writes one value of a column as a `c` element. */
export type CellWriter = (value: Exclude<SheetValue, null>, row: number) => string

/**
 * @param letter name of the column, `AB`
 * @param formats gets the column's number format as a new style, if it has one
 */
export function cellWriter(column: SheetColumn, letter: string, formats: NumberStyles): CellWriter {
  const { format = 'text' } = column
  if (format === 'text') return (value, row) => textCell(letter, row, String(value))
  if (format === 'date') {
    return (value, row) => {
      const serial = typeof value === 'string' ? serialOfIso(value) : value
      // Before March 1900 programs count differently: such a day stays what it says.
      return serial === null
        ? textCell(letter, row, String(value))
        : numberCell(letter, row, style.date, String(serial))
    }
  }
  const id = formats.get(format) ?? style.first + formats.size
  formats.set(format, id)
  return (value, row) => {
    const digits = typeof value === 'string' ? spelledNumber(value) : Number.isFinite(value) ? String(value) : null
    return digits === null ? textCell(letter, row, String(value)) : numberCell(letter, row, id, digits)
  }
}

/** Plain digits that a spreadsheet's number holds exactly (15 of them), else null. */
export function spelledNumber(text: string): string | null {
  if (!/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/.test(text)) return null
  return text.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15 ? text : null
}

/** As a text field of a .csv before quoting: numbers stay bare, everything else is guarded. */
export function csvText(value: Exclude<SheetValue, null>, format: string | undefined): string {
  if (typeof value === 'number') return format === undefined || format === 'text' ? String(value) : generalNumber(value)
  if (format !== undefined && format !== 'text' && spelledNumber(value) !== null) return value
  return guardFormula(value)
}

function generalNumber(value: number): string {
  return Math.abs(value) < 1e15 ? generalText(value) : String(value)
}

function numberCell(letter: string, row: number, id: number, digits: string): string {
  return `<c r="${letter}${row}" s="${id}"><v>${digits}</v></c>`
}

function textCell(letter: string, row: number, value: string): string {
  if (value === '') return ''
  const text = value.length > maxUnits ? cut(value) : value
  const id = guardFormula(text) === text ? style.text : style.quoted
  return `<c r="${letter}${row}" s="${id}" t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`
}

function cut(text: string): string {
  const kept = text.slice(0, maxUnits - cutMark.length)
  return kept.replace(/[\ud800-\udbff]$/, '') + cutMark
}
