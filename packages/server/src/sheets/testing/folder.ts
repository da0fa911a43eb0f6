import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { SheetRow } from '../types.ts'

/** A folder for one test file; `put` writes bytes and gives the path. */
export function testFolder(): { put(bytes: Uint8Array | string, name?: string): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'))
  let count = 0
  return {
    put(bytes, name = `file-${count++}`) {
      const path = join(folder, name)
      writeFileSync(path, bytes)
      return path
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A stream that keeps what is written. */
export function sink(): { out: Writable; bytes(): Buffer } {
  const chunks: Buffer[] = []
  const out = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(Buffer.from(chunk))
      done()
    },
  })
  return { out, bytes: () => Buffer.concat(chunks) }
}

export async function allRows(batches: AsyncIterable<SheetRow[]>): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const batch of batches) rows.push(...batch)
  return rows
}

/** What a reading is refused with: message and reason in one text. */
export async function refusalOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading
  } catch (error) {
    const { message, code, why, who } = error as { message: string; code?: string; why?: string; who?: string }
    return `${code}｜${message}｜${why}｜${who}`
  }
  return 'not refused'
}
