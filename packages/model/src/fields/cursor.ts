import { decodeAscii, encodeAscii } from './base64url.ts'

export type SortValue = string | number | null
export type Direction = 'asc' | 'desc'

/**
 * Where a page ended: the last row's value in the sort column and its id. Nulls come last in both directions, and
 * rows of equal value follow their id in the direction of the sort.
 */
export interface Cursor {
  readonly field: string
  readonly direction: Direction
  readonly value: SortValue
  readonly id: number
}

// A text of 800 characters, each escaped to six, still fits; anything longer was not written by us.
const LONGEST = 8000

/** Opaque to clients: base64url of `[field, direction, value, id]`. */
export function encodeCursor(cursor: Cursor): string {
  const json = JSON.stringify([cursor.field, cursor.direction, cursor.value, cursor.id])
  return encodeAscii(json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`))
}

/** Null for whatever `encodeCursor` cannot have written; never throws. */
export function decodeCursor(code: string): Cursor | null {
  if (code.length === 0 || code.length > LONGEST) return null
  const json = decodeAscii(code)
  if (json === null) return null
  let parts: unknown
  try {
    parts = JSON.parse(json)
  } catch {
    return null
  }
  if (!Array.isArray(parts) || parts.length !== 4) return null
  const [field, direction, value, id] = parts as unknown[]
  if (typeof field !== 'string' || (direction !== 'asc' && direction !== 'desc')) return null
  if (value !== null && typeof value !== 'string' && typeof value !== 'number') return null
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 1) return null
  return { field, direction, value, id }
}
