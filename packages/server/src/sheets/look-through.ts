import { parseRange } from './address.ts'
import type { MergedRange } from './types.ts'

/** A head has a few dozen; a file of many more is not looked through for them. */
const most = 1_000
const mark = Buffer.from('mergeCell ')
const rowEnd = Buffer.from('row>')
/** The longest element, with its prefix, that may be cut by the end of a chunk. */
const longest = 200

/**
 * Merged ranges that begin in row `lastRow` or above, and how many rows there are, give or take what the ends of chunks
 * hide. Ranges stand behind the rows, so the bytes are searched for their element instead of being scanned: whether
 * the part is well-formed is the rows' reader's to find.
 */
export async function lookThrough(
  chunks: AsyncIterable<Uint8Array>,
  lastRow: number,
): Promise<{ merges: MergedRange[]; rows: number }> {
  const merges: MergedRange[] = []
  let rows = 0
  let rest = Buffer.alloc(0)
  for await (const chunk of chunks) {
    rows += countOf(rowEnd, Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length))
    const bytes = Buffer.concat([rest, chunk])
    let at = 0
    while (merges.length < most) {
      const found = bytes.indexOf(mark, at)
      const end = found < 0 ? -1 : bytes.indexOf('>', found)
      if (end < 0) break
      at = end
      if (!isElement(bytes, found)) continue
      const text = /\bref\s{0,9}=\s{0,9}["']([^"']{1,40})["']/.exec(bytes.toString('latin1', found, end))?.[1] ?? ''
      const range = parseRange(text)
      if (range && range.top <= lastRow) merges.push(range)
    }
    rest = bytes.subarray(Math.max(at, bytes.length - longest))
  }
  return { merges, rows }
}

function countOf(sign: Buffer, bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + sign.length)) count++
  return count
}

/** `<mergeCell ` or `<x:mergeCell `: a bare `<` never stands in the text of a cell. */
function isElement(bytes: Buffer, at: number): boolean {
  if (bytes[at - 1] === 60) return true
  const open = bytes.lastIndexOf(60, at)
  return bytes[at - 1] === 58 && at - open < 30 && !bytes.subarray(open + 1, at).includes(62)
}
