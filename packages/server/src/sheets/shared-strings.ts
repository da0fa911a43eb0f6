import { unescapeCell } from './cell-text.ts'
import { scanWhole } from './decode-xml.ts'
import { manyTexts } from './refusals.ts'
import type { SheetLimits } from './types.ts'

/** No text is longer: what counts of one is 32,767 characters, each at most seven when escaped, three bytes each. */
const segmentBytes = 1_048_576

/**
 * The table of texts that cells point into, packed as UTF-8 outside the heap: two million strings as JavaScript objects
 * would cost a reader three times its memory. Segments instead of one buffer, so that growing copies nothing.
 */
export class SharedStrings {
  private readonly segments: Buffer[] = []
  /** Where the next text goes, counted through all segments. */
  private used = 0
  private starts = new Uint32Array(4_096)
  private lengths = new Uint32Array(4_096)
  private count = 0
  private readonly maxBytes: number
  // Columns repeat themselves (unit, township, yes): the same index comes again and again.
  private readonly seen = new Map<number, string>()

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes
  }

  /** @param text at most 1 MB of UTF-8 */
  add(text: string): void {
    const size = Buffer.byteLength(text)
    const room = segmentBytes - (this.used % segmentBytes)
    if (size > room) this.used += room
    if (size > segmentBytes || this.used + size + this.count * 8 > this.maxBytes) throw manyTexts(this.maxBytes)
    if (this.count === this.starts.length) this.grow()
    this.starts[this.count] = this.used
    this.lengths[this.count++] = size
    if (size === 0) return
    const segment = (this.segments[Math.floor(this.used / segmentBytes)] ??= Buffer.allocUnsafe(segmentBytes))
    segment.write(text, this.used % segmentBytes)
    this.used += size
  }

  /** undefined beyond the table */
  at(index: number): string | undefined {
    const known = this.seen.get(index)
    if (known !== undefined) return known
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return undefined
    const start = this.starts[index] ?? 0
    const from = start % segmentBytes
    const segment = this.segments[Math.floor(start / segmentBytes)]
    const text = unescapeCell(segment?.toString('utf8', from, from + (this.lengths[index] ?? 0)) ?? '')
    if (this.seen.size >= 20_000) this.seen.clear()
    this.seen.set(index, text)
    return text
  }

  private grow(): void {
    const twice = (old: Uint32Array<ArrayBuffer>) => {
      const larger = new Uint32Array(old.length * 2)
      larger.set(old)
      return larger
    }
    this.starts = twice(this.starts)
    this.lengths = twice(this.lengths)
  }
}

/** @throws UploadError `too-large`, `broken` */
export async function readSharedStrings(
  chunks: AsyncIterable<Uint8Array>,
  limits: Pick<SheetLimits, 'maxSharedBytes' | 'maxCellUnits'>,
): Promise<SharedStrings> {
  const strings = new SharedStrings(limits.maxSharedBytes)
  const rich = new RichText(limits.maxCellUnits)
  await scanWhole(chunks, {
    open: (name) => rich.open(name),
    close: (name) => {
      rich.close(name)
      if (name === 'si') strings.add(rich.take())
    },
    text: (value) => rich.text(value),
  })
  return strings
}

/** Gathers the `t` elements of a rich text; phonetic guides (`rPh`) are not part of what is read. */
export class RichText {
  private value = ''
  private taking = false
  private phonetic = 0
  private readonly enough: number

  /** @param maxUnits of a text that counts: of a longer one so much is kept that it is still too long for its cell */
  constructor(maxUnits: number) {
    // An escaped character stands in seven.
    this.enough = (maxUnits + 2) * 7
  }

  open(name: string): void {
    if (name === 't') this.taking = this.phonetic === 0
    else if (name === 'rPh') this.phonetic++
  }

  close(name: string): void {
    if (name === 't') this.taking = false
    else if (name === 'rPh') this.phonetic--
  }

  text(value: string): void {
    if (this.taking && this.value.length < this.enough) this.value += value.slice(0, this.enough - this.value.length)
  }

  /** As the file has it: `unescapeCell` makes the text of it. */
  take(): string {
    const text = this.value
    this.value = ''
    return text
  }
}
