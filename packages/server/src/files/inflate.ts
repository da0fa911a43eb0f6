import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import type { ReadLimits } from './limits.ts'
import { broken, megabytes, refuse, resave, UploadError } from './upload-error.ts'

export interface Archive {
  names: string[]
  /** Only the entries asked for; the others were inflated, counted and dropped. */
  files: Map<string, Uint8Array>
}

type ArchiveLimits = Pick<ReadLimits, 'maxInflatedBytes' | 'maxRatio' | 'ratioFloorBytes' | 'maxEntries'>

/**
 * Inflates a zip entry by entry and counts the bytes that really come out: sizes written in the archive are
 * claims. Archives inside it are not opened.
 * @throws UploadError `bomb`, `encrypted`, `broken`
 */
export async function inflateArchive(
  bytes: Uint8Array,
  limits: ArchiveLimits,
  keep: (name: string) => boolean,
): Promise<Archive> {
  const archive: Archive = { names: [], files: new Map() }
  let zip: ZipFile | undefined
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { lazyEntries: true })
    if (zip.entryCount > limits.maxEntries)
      throw bomb(`里面有 ${zip.entryCount} 个文件，上限是 ${limits.maxEntries} 个`)
    const allowed = Math.min(limits.maxInflatedBytes, Math.max(limits.ratioFloorBytes, bytes.length * limits.maxRatio))
    let total = 0
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      if (entry.isEncrypted())
        throw refuse('encrypted', '文件设了密码，没有读取。', `请去掉密码后再传，或直接粘贴全文。`)
      // Two entries of one name: what we check and what another reader shows could differ.
      if (archive.files.has(entry.fileName)) throw broken('文件')
      archive.names.push(entry.fileName)
      if (archive.names.length > limits.maxEntries) throw bomb(`里面的文件超过 ${limits.maxEntries} 个`)
      total = await inflateEntry(zip, entry, total, allowed, keep(entry.fileName) ? archive.files : null)
    }
    return archive
  } catch (error) {
    if (error instanceof UploadError) throw error
    throw broken('文件')
  } finally {
    zip?.close()
  }
}

/** @returns the running total of real bytes */
async function inflateEntry(
  zip: ZipFile,
  entry: Entry,
  before: number,
  allowed: number,
  into: Map<string, Uint8Array> | null,
): Promise<number> {
  let total = before
  const chunks: Uint8Array[] = []
  const stream = await zip.openReadStreamPromise(entry)
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    total += chunk.length
    // Leaving the loop destroys the stream, so nothing more is inflated.
    if (total > allowed) throw bomb(`展开后超过 ${megabytes(allowed)}`)
    if (into) chunks.push(chunk)
  }
  into?.set(entry.fileName, Buffer.concat(chunks))
  return total
}

export function bomb(why: string): UploadError {
  return refuse('bomb', '文件展开后太大，没有读取。', `${why}，正常的公文不会这样。${resave}。`)
}
