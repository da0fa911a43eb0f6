// What else we call of a library that ships no types (its main part stands in files/untyped.d.ts).

declare module 'yauzl' {
  export interface Entry {
    crc32: number
    compressedSize: number
    uncompressedSize: number
    compressionMethod: number
  }
  export interface ZipFile {
    readLocalFileHeaderPromise(entry: Entry, options: { minimal: true }): Promise<{ fileDataStart: number }>
  }
  export function openPromise(path: string, options: { lazyEntries: boolean; autoClose: boolean }): Promise<ZipFile>
}
