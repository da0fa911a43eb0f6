// What else we call of a library that ships no types (its main part stands in files/untyped.d.ts).

declare module 'yauzl' {
  import type { Readable } from 'node:stream'
  export interface Entry {
    crc32: number
    compressedSize: number
    uncompressedSize: number
    compressionMethod: number
  }
  export interface ZipFile {
    openReadStreamPromise(entry: Entry, options: { decodeFileData: false }): Promise<Readable>
  }
  export function openPromise(path: string, options: { lazyEntries: boolean; autoClose: boolean }): Promise<ZipFile>
}
