// The archive of a workbook, opened where it lies: parts are inflated as they are asked for, the others never.
import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { megabytes } from '../files/upload-error.ts'
import { bombed, brokenSheet, locked } from './refusals.ts'
import type { SheetLimits } from './types.ts'

export interface Package {
  readonly names: readonly string[]
  /** Real bytes of one part, in chunks. @throws UploadError `bomb`, `encrypted`, `broken` (also after the last chunk) */
  part(name: string): AsyncIterable<Uint8Array>
  close(): void
}

type PackageLimits = Pick<SheetLimits, 'maxInflatedBytes' | 'maxRatio' | 'ratioFloorBytes' | 'maxEntries'>

/**
 * @param bytes size of the file, for the ratio
 * @throws UploadError `bomb`, `broken`
 */
export async function openPackage(path: string, bytes: number, limits: PackageLimits): Promise<Package> {
  let zip: ZipFile
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false })
  } catch {
    throw brokenSheet()
  }
  try {
    const entries = await listEntries(zip, limits.maxEntries)
    const allowed = Math.min(limits.maxInflatedBytes, Math.max(limits.ratioFloorBytes, bytes * limits.maxRatio))
    const byLowerCase = new Map([...entries].map(([name, entry]) => [name.toLowerCase(), entry]))
    // One purse for all parts: a hundred parts at the limit each are a bomb as well.
    const purse = { left: allowed, allowed }
    return {
      names: [...entries.keys()],
      // Names of parts do not tell capitals apart (ECMA-376 part 2), and some writers rely on it.
      part: (name) => inflate({ zip, path }, entries.get(name) ?? byLowerCase.get(name.toLowerCase()), purse),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function listEntries(zip: ZipFile, maxEntries: number): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  if (zip.entryCount > maxEntries) throw bombed(`里面有 ${zip.entryCount} 个文件，上限是 ${maxEntries} 个`)
  try {
    for await (const entry of zip.eachEntry()) {
      // Two entries of one name: what we check and what another reader shows could differ.
      if (entries.has(entry.fileName)) throw brokenSheet()
      entries.set(entry.fileName, entry)
    }
  } catch {
    throw brokenSheet()
  }
  return entries
}

/** The library inflates 16 KB at a time; a sheet of 150 MB would go through the event loop ten thousand times. */
const chunkSize = 262_144

interface Archive {
  readonly zip: ZipFile
  readonly path: string
}

/**
 * The library's own streams of one file wait for one another, and one that is left early (a head) fails where nobody can
 * catch it: so it only says where a part lies, and each part is read by a stream of its own.
 */
async function openPart({ zip, path }: Archive, entry: Entry): Promise<Readable> {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw brokenSheet()
  if (entry.compressionMethod === 0 && entry.compressedSize !== entry.uncompressedSize) throw brokenSheet()
  const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch(() => {
    throw brokenSheet()
  })
  const raw =
    entry.compressedSize === 0
      ? Readable.from([])
      : createReadStream(path, { start, end: start + entry.compressedSize - 1 })
  // A failure of either comes out where the last one is read.
  return entry.compressionMethod === 0 ? raw : pipeline(raw, createInflateRaw({ chunkSize }), () => {})
}

async function* inflate(
  archive: Archive,
  entry: Entry | undefined,
  purse: { left: number; allowed: number },
): AsyncGenerator<Uint8Array> {
  if (!entry) throw brokenSheet()
  if (entry.isEncrypted()) throw locked()
  let sum = 0
  const stream = await openPart(archive, entry)
  const chunks = (stream as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  try {
    for (;;) {
      const next = await chunks.next().catch(() => {
        throw brokenSheet()
      })
      if (next.done) break
      purse.left -= next.value.length
      if (purse.left < 0) throw bombed(`展开后超过 ${megabytes(purse.allowed)}`)
      sum = crc32(next.value, sum)
      yield next.value
    }
  } finally {
    stream.destroy()
  }
  // A changed digit would be read as another amount: the check sum is the file's own word on it.
  if (sum !== entry.crc32) throw brokenSheet()
}
