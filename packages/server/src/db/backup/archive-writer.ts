import { createHash, type Hash } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { BackupError } from './backup-error.ts'
import { digestName } from './manifest.ts'
import { block, encodeHeader, paddingOf } from './tar.ts'

/** Writes an archive member by member beside its place, and puts it there whole or not at all. */
export class ArchiveWriter {
  private readonly out: string
  private readonly handle: FileHandle
  private readonly at: number
  private readonly whole: Hash = createHash('sm3')

  private constructor(out: string, handle: FileHandle, at: Date) {
    this.out = out
    this.handle = handle
    this.at = Math.floor(at.getTime() / 1000)
  }

  /** Mode 0600: the archive holds everything the county knows. */
  static async open(out: string, at: Date): Promise<ArchiveWriter> {
    return new ArchiveWriter(out, await open(`${out}.part`, 'w', 0o600), at)
  }

  /** Adds a member of exactly that size and gives its SM3 (hex). */
  async add(name: string, size: number, content: AsyncIterable<Buffer>): Promise<string> {
    await this.write(encodeHeader({ name, size }, this.at))
    const own = createHash('sm3')
    let written = 0
    for await (const chunk of content) {
      written += chunk.length
      own.update(chunk)
      await this.write(chunk)
    }
    if (written !== size) throw new BackupError('files', `${name} 在备份时变了大小，请重新备份`)
    await this.write(Buffer.alloc(paddingOf(size)))
    return own.digest('hex')
  }

  async addBytes(name: string, bytes: Buffer): Promise<string> {
    return this.add(name, bytes.length, one(bytes))
  }

  /** Seals the archive with its own digest, flushes it to disk and gives the digest (hex). */
  async finish(): Promise<string> {
    const digest = this.whole.copy().digest('hex')
    await this.addBytes(digestName, Buffer.from(`${digest}\n`))
    await this.write(Buffer.alloc(2 * block))
    await this.handle.sync()
    await this.handle.close()
    await rename(`${this.out}.part`, this.out)
    return digest
  }

  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined)
    await rm(`${this.out}.part`, { force: true })
  }

  private async write(bytes: Buffer): Promise<void> {
    this.whole.update(bytes)
    await this.handle.appendFile(bytes)
  }
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
