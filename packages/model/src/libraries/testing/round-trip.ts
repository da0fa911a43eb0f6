// The law of every kind: what is written into a spreadsheet reads back as the same value. Tests only.
import type { CellInput, Field, ParseContext, Parsed, Value } from '../field.ts'

/** A cell as a workbook gives it back after we wrote `exported` into it. */
export function cellOf(exported: string | number): CellInput {
  return typeof exported === 'number' ? { text: String(exported), number: exported } : { text: exported }
}

/** Names of ids that {@link testingContext} finds again. */
export const testingNames = (target: string, id: number | string): string => `${target}之${id}`

/** Finds ids by {@link testingNames}, knows no county's tables, stands on a fixed day. */
export const testingContext: ParseContext = {
  today: '2026-11-24',
  find(target, text) {
    const id = text.startsWith(`${target}之`) ? Number(text.slice(target.length + 1)) : Number.NaN
    return Number.isSafeInteger(id) ? id : null
  },
  code: () => null,
}

/** What an export writes for a value. A masked number is written in full only by a reveal, which writes the value. */
export function exported(field: Field, value: NonNullable<Value>): string | number {
  if (field.sealed === 'masked' && typeof value === 'string') return value
  return field.toCell?.(value, testingNames) ?? field.format(value, testingNames)
}

/** The value through a cell and back. */
export const throughCell = (field: Field, value: NonNullable<Value>): Parsed =>
  field.parse(cellOf(exported(field, value)), testingContext)
