import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** Content-addressed files: the same bytes are kept once, and a name can never point at other bytes. */
export interface FileStore {
  readonly folder: string
  /** Keeps the bytes, answers their SM3 (64 hex digits). */
  put(bytes: Uint8Array): string
  /** The same without keeping anybody waiting. */
  putSoon(bytes: Uint8Array): Promise<string>
  open(sm3: string): Readable
  /** Where the bytes lie, for readers that jump about in them. */
  path(sm3: string): string
}

/** The name of a content: 64 hex digits. */
export function sm3Of(bytes: Uint8Array): string {
  return createHash('sm3').update(bytes).digest('hex')
}

export function diskStore(folder: string): FileStore {
  const pathOf = (sm3: string) => {
    if (!/^[0-9a-f]{64}$/.test(sm3)) throw new Error('not a file name')
    return join(folder, sm3.slice(0, 2), sm3)
  }
  return {
    folder,
    put(bytes) {
      const sm3 = sm3Of(bytes)
      const path = pathOf(sm3)
      if (existsSync(path)) return sm3
      mkdirSync(join(folder, sm3.slice(0, 2)), { recursive: true, mode: 0o700 })
      // Whole or not at all: a name that exists has all its bytes.
      const fresh = `${path}.${process.pid}.new`
      writeFileSync(fresh, bytes, { mode: 0o600 })
      renameSync(fresh, path)
      return sm3
    },
    async putSoon(bytes) {
      const sm3 = sm3Of(bytes)
      const path = pathOf(sm3)
      if (existsSync(path)) return sm3
      await mkdir(join(folder, sm3.slice(0, 2)), { recursive: true, mode: 0o700 })
      const fresh = `${path}.${randomUUID()}.new`
      await writeFile(fresh, bytes, { mode: 0o600 })
      await rename(fresh, path)
      return sm3
    },
    open: (sm3) => createReadStream(pathOf(sm3)),
    path: pathOf,
  }
}
