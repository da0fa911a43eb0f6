import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { TextDecoder } from 'node:util'
import { unknownEncoding } from './refusals.ts'

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

const sampleBytes = 1_048_576

/**
 * How a text file is written, by all of its bytes: valid UTF-8 to the end is UTF-8, anything else is GB18030 if its
 * characters are those that Chinese offices use.
 * @throws UploadError `binary`
 */
export async function encodingOf(path: string): Promise<CsvEncoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let offset = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
    if (offset === 0) {
      if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
      if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
    }
    if (chunk.includes(0)) throw unknownEncoding()
    try {
      utf8.decode(chunk, { stream: true })
    } catch {
      return guess(await sample(path, offset))
    }
    offset += chunk.length
  }
  try {
    utf8.decode()
    return 'utf-8'
  } catch {
    return guess(await sample(path, Math.max(0, offset - sampleBytes)))
  }
}

/** From the first line end on, so that no character is cut. */
async function sample(path: string, offset: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, offset)
    const bytes = buffer.subarray(0, bytesRead)
    if (bytes.includes(0)) throw unknownEncoding()
    return offset === 0 ? bytes : bytes.subarray(bytes.indexOf(10) + 1)
  } finally {
    await file.close()
  }
}

/** A few broken bytes in what is plainly UTF-8 are shown as U+FFFD: as GB18030 all of it would be other characters. */
function guess(bytes: Buffer): CsvEncoding {
  let high = 0
  for (const byte of bytes) if (byte >= 0x80) high++
  const spoiled = (encoding: string) => new TextDecoder(encoding).decode(bytes).split('\uFFFD').length - 1
  if (spoiled('utf-8') * 100 <= high / 2) return 'utf-8'
  // The last character of the sample may be cut.
  if (spoiled('gb18030') * 200 <= high + 200 && everydayShare(bytes) >= 0.7) return 'gb18030'
  throw unknownEncoding()
}

/** Share of double bytes in the rows of GB2312; noise and other encodings have half of it. */
function everydayShare(bytes: Buffer): number {
  let pairs = 0
  let everyday = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    pairs++
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) everyday++
    // Four-byte characters have a digit in second place.
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1
  }
  return pairs === 0 ? 1 : everyday / pairs
}

/** Line feeds in a file, those inside quoted fields too. */
export async function countLines(path: string): Promise<number> {
  let count = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>)
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++
  return count
}
