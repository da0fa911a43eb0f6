import { unescapeCell } from './cell-text.ts'
import { scanWhole } from './decode-xml.ts'
import { manyTexts } from './refusals.ts'

/**
 * The table of texts that cells point into, packed as UTF-8 in one growing buffer outside the heap: two million
 * strings as JavaScript objects would cost a reader three times its memory.
 */
export class SharedStrings {
  private bytes = Buffer.alloc(65_536)
  private used = 0
  private ends = new Uint32Array(4_096)
  private count = 0
  private readonly maxBytes: number
  // Columns repeat themselves (unit, township, yes): the same index comes again and again.
  private readonly seen = new Map<number, string>()

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes
  }

  add(text: string): void {
    const size = Buffer.byteLength(text)
    if (this.used + size + this.count * 4 > this.maxBytes) throw manyTexts(this.maxBytes)
    if (this.used + size > this.bytes.length) {
      const larger = Buffer.alloc(Math.max(this.bytes.length * 2, this.used + size))
      this.bytes.copy(larger, 0, 0, this.used)
      this.bytes = larger
    }
    if (this.count === this.ends.length) {
      const larger = new Uint32Array(this.ends.length * 2)
      larger.set(this.ends)
      this.ends = larger
    }
    this.used += this.bytes.write(text, this.used)
    this.ends[this.count++] = this.used
  }

  /** undefined beyond the table */
  at(index: number): string | undefined {
    const known = this.seen.get(index)
    if (known !== undefined) return known
    const end = this.ends[index]
    if (end === undefined || index >= this.count) return undefined
    const text = unescapeCell(this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1], end))
    if (this.seen.size >= 20_000) this.seen.clear()
    this.seen.set(index, text)
    return text
  }
}

/** @throws UploadError `too-large`, `broken` */
export async function readSharedStrings(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<SharedStrings> {
  const strings = new SharedStrings(maxBytes)
  const rich = new RichText(maxBytes)
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
  private readonly maxUnits: number

  constructor(maxUnits: number) {
    this.maxUnits = maxUnits
  }

  get length(): number {
    return this.value.length
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
    if (!this.taking) return
    this.value += value
    if (this.value.length > this.maxUnits) throw manyTexts(this.maxUnits)
  }

  /** As the file has it: `unescapeCell` makes the text of it. */
  take(): string {
    const text = this.value
    this.value = ''
    return text
  }
}
