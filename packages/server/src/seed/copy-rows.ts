// Rows by COPY: what a seed makes by the million.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** One line of COPY's text format; numbers in lists become an SQL array. */
export function copyLine(
  cells: readonly (string | number | boolean | null | readonly number[] | readonly string[])[],
): string {
  return `${cells.map(cellOf).join('\t')}\n`
}

function cellOf(cell: string | number | boolean | null | readonly (number | string)[]): string {
  if (cell === null) return '\\N'
  if (typeof cell === 'string') return escaped(cell)
  return Array.isArray(cell)
    ? `{${cell.map((c) => (typeof c === 'string' ? `"${escaped(c)}"` : c)).join(',')}}`
    : String(cell)
}

const marks: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const escaped = (text: string): string => text.replace(/[\\\n\r\t]/g, (c) => marks[c] ?? c)

/** Lines go in bundles: a chunk a line would be a write a line. */
function* bundles(lines: Iterable<string>): Generator<string> {
  let bundle = ''
  for (const line of lines) {
    bundle += line
    if (bundle.length > 1 << 18) {
      yield bundle
      bundle = ''
    }
  }
  if (bundle !== '') yield bundle
}

export async function copyRows(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  lines: Iterable<string>,
): Promise<void> {
  await pipeline(
    Readable.from(bundles(lines)),
    client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)),
  )
}
