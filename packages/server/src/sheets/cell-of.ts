import { unescapeCell } from './cell-text.ts'
import { generalText } from './decimal-text.ts'
import type { NumberFormat } from './number-format.ts'
import { brokenSheet } from './refusals.ts'
import { days1904, serialOfIso } from './serial.ts'
import type { SharedStrings } from './shared-strings.ts'
import type { Styles } from './styles.ts'
import type { Cell } from './types.ts'

export interface CellTables {
  readonly strings: SharedStrings
  readonly styles: Styles
  readonly date1904: boolean
}

/**
 * One `c` element as a cell, null when nothing stands in it (a border is nothing; a formula without result is
 * something).
 * @param value the raw text of `v` or of the inline string
 */
export function cellOf(type: string, value: string, style: number, formula: boolean, tables: CellTables): Cell | null {
  if (value === '' && type !== 's') return formula ? { text: '', formula } : null
  const cell = valueOf(type, value, style, tables)
  return cell && formula ? { ...cell, formula } : cell
}

function valueOf(type: string, value: string, style: number, tables: CellTables): Cell | null {
  switch (type) {
    case 's': {
      if (value === '') return null
      const text = tables.strings.at(Number(value))
      if (text === undefined) throw brokenSheet()
      return text === '' ? null : { text }
    }
    case 'str':
    case 'inlineStr':
      return { text: unescapeCell(value) }
    case 'b':
      return { text: value.trim() === '1' ? 'TRUE' : 'FALSE', boolean: value.trim() === '1' }
    case 'e':
      return { text: value, error: true }
    case 'd':
      return isoCell(value)
    default:
      return numberCell(value, tables.styles[style] ?? null, tables.date1904)
  }
}

function numberCell(raw: string, format: NumberFormat | null, date1904: boolean): Cell {
  const number = Number(raw)
  // Not a number although the file says so: shown as it stands, the field will say what it wants.
  if (!Number.isFinite(number) || raw.trim() === '') return { text: raw }
  if (!format) return { text: plain(raw) ? raw : generalText(number), number }
  if (!format.date) return { text: format.text(number), number }
  const serial = date1904 ? number + days1904 : number
  const cell = { text: format.text(serial), number: serial, date: true }
  // The 1904 system has no such day: there, the number means the 29th of no February.
  return Math.floor(serial) === 60 && !date1904 ? { ...cell, noSuchDay: true } : cell
}

/** Most numbers are short integers, whose text is the file's own. */
function plain(raw: string): boolean {
  if (raw.length > 15) return false
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    if (code < 48 || code > 57) return false
  }
  return raw.length === 1 || raw.charCodeAt(0) !== 48
}

/** `t="d"`: a day as text in ISO 8601, which some programs write. */
function isoCell(value: string): Cell {
  const number = serialOfIso(value.slice(0, 10))
  return number === null ? { text: value } : { text: value.slice(0, 10), number, date: true }
}
