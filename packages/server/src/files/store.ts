import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

/** Content-addressed files: the same bytes are kept once, and a name can never point at other bytes. */
export interface FileStore {
  readonly folder: string
  /** Keeps the bytes, answers their SM3 (64 hex digits). */
  put(bytes: Uint8Array): string
  open(sm3: string): Readable
}

export function diskStore(folder: string): FileStore {
  const pathOf = (sm3: string) => join(folder, sm3.slice(0, 2), sm3)
  return {
    folder,
    put(bytes) {
      const sm3 = createHash('sm3').update(bytes).digest('hex')
      const path = pathOf(sm3)
      if (existsSync(path)) return sm3
      mkdirSync(join(folder, sm3.slice(0, 2)), { recursive: true, mode: 0o700 })
      // Whole or not at all: a name that exists has all its bytes.
      const fresh = `${path}.${process.pid}.new`
      writeFileSync(fresh, bytes, { mode: 0o600 })
      renameSync(fresh, path)
      return sm3
    },
    open(sm3) {
      if (!/^[0-9a-f]{64}$/.test(sm3)) throw new Error('not a file name')
      return createReadStream(pathOf(sm3))
    },
  }
}
