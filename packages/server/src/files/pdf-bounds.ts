import { constants, inflateSync } from 'node:zlib'
import { bomb } from './inflate.ts'
import type { ReadLimits } from './limits.ts'
import { megabytes } from './upload-error.ts'

/**
 * PDF streams are deflated one by one, and its reader grows a buffer until a stream ends: a page of zeros is a
 * bomb like any archive. So every stream that inflates is inflated here first, against what is left of the limit.
 * Streams under encryption or other filters do not; the watch on the process's memory stands behind.
 * @throws UploadError `bomb`
 */
export function checkPdfStreams(
  bytes: Uint8Array,
  limits: Pick<ReadLimits, 'maxInflatedBytes' | 'maxRatio' | 'ratioFloorBytes'>,
): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const allowed = Math.min(limits.maxInflatedBytes, Math.max(limits.ratioFloorBytes, bytes.length * limits.maxRatio))
  let left = allowed
  for (let at = buffer.indexOf('stream'); at !== -1; at = buffer.indexOf('stream', at + 6)) {
    let start = at + 6
    if (buffer[start] === 0x0d) start++
    if (buffer[start] === 0x0a) start++
    // A second filter may sit inside the first; four deep is more than any writer makes.
    let data: Uint8Array = buffer.subarray(start)
    for (let depth = 0; depth < 4 && looksDeflated(data); depth++) {
      const inflated = inflateWithin(data, left)
      if (inflated === 'too-much') throw bomb(`页面内容展开后超过 ${megabytes(allowed)}`)
      if (inflated === null) break
      left -= inflated.length
      data = inflated
    }
  }
}

/** zlib header: method 8, window ≤ 32 kB, check bits. */
function looksDeflated(data: Uint8Array): boolean {
  const [method = 0, flags = 0] = data
  return (method & 0x0f) === 8 && method >> 4 <= 7 && (method * 256 + flags) % 31 === 0
}

function inflateWithin(data: Uint8Array, left: number): Uint8Array | 'too-much' | null {
  try {
    // A stream cut short is read as far as it goes, as PDF readers do.
    return inflateSync(data, { maxOutputLength: Math.max(1, left), finishFlush: constants.Z_SYNC_FLUSH })
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-much' : null
  }
}
