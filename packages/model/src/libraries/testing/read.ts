// Short words for tests of kinds. Tests only.
import type { CellInput, Field, Parsed } from '../field.ts'
import { testingContext } from './round-trip.ts'

/** Parses a text, or a whole cell. */
export const parse = (field: Field, cell: string | CellInput): Parsed =>
  field.parse(typeof cell === 'string' ? { text: cell } : cell, testingContext)

/** The value read; 'refused' with the message where there is none. */
export function read(field: Field, cell: string | CellInput): unknown {
  const parsed = parse(field, cell)
  return parsed.ok ? parsed.value : `refused: ${parsed.message}`
}

export function warningOf(field: Field, cell: string | CellInput): string | undefined {
  const parsed = parse(field, cell)
  return parsed.ok ? parsed.warning : undefined
}

/** A number cell: its text as shown, the number behind it. */
export const numeric = (number: number, text = String(number)): CellInput => ({ text, number })
