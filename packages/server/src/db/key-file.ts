import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Bytes of every key that we keep in a file. */
export const keyLength = 32

/**
 * Reads a key file, or makes it on first use: 32 random bytes, mode 0600, in a 0700 folder. Two processes at their
 * first start get the same key. Throws a Chinese message when the file is there and is no key.
 */
export function readOrMakeKey(file: string): Buffer {
  return readKey(file) ?? makeKey(file)
}

function readKey(file: string): Buffer | null {
  let key: Buffer
  try {
    key = readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new Error(`密钥文件 ${file} 读不出来：${(error as Error).message}`, { cause: error })
  }
  if (key.length !== keyLength) throw new Error(`密钥文件 ${file} 应为 ${keyLength} 字节，实为 ${key.length} 字节`)
  return key
}

function makeKey(file: string): Buffer {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, randomBytes(keyLength), { mode: 0o600 })
  try {
    // A link, not a rename: it fails where another process was first, and then its key is ours too.
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(draft)
  }
  const key = readKey(file)
  if (!key) throw new Error(`密钥文件 ${file} 没有写成`)
  return key
}
