/** What reading one file may cost. Bytes, milliseconds, UTF-16 units. */
export interface ReadLimits {
  /** Size of the file as sent. */
  maxFileBytes: number
  /** Real bytes that come out of an archive (or out of the streams of a PDF), all entries together. */
  maxInflatedBytes: number
  /** Inflated bytes per byte sent. Looked at only beyond `ratioFloorBytes`: small regular XML may pack 1:200. */
  maxRatio: number
  ratioFloorBytes: number
  maxEntries: number
  maxTextUnits: number
  timeoutMs: number
  /** V8 heap of the reading thread. */
  heapMb: number
  /** Growth of the whole process while reading: array buffers live outside the heap limit. */
  processGrowthMb: number
}

/** design.md §5, hostile files. */
export const defaultLimits: ReadLimits = {
  maxFileBytes: 10 * 1_048_576,
  maxInflatedBytes: 100 * 1_048_576,
  maxRatio: 100,
  ratioFloorBytes: 10 * 1_048_576,
  maxEntries: 10_000,
  maxTextUnits: 1_000_000,
  timeoutMs: 30_000,
  heapMb: 256,
  processGrowthMb: 768,
}

/** What one format's reader gives back. `format` is what the content is, whatever the name says. */
export interface ReadResult {
  text: string
  format: 'txt' | 'docx' | 'doc' | 'wps' | 'pdf' | 'ofd'
  /** Chinese sentences for the person who checks the reading. */
  warnings: string[]
}
