import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { BackupError } from './backup-error.ts'
import {
  digestName,
  fileListName,
  filesPrefix,
  manifestName,
  manifestShape,
  tableMember,
  type Manifest,
} from './manifest.ts'
import { block, decodeHeader, paddingOf } from './tar.ts'

export interface Member {
  readonly start: number
  readonly size: number
  readonly sm3: string
}

/** An archive that was read from end to end and found whole. */
export interface Archive {
  readonly manifest: Manifest
  /** Paths below the files folder. */
  readonly files: ReadonlyMap<string, Member>
  readonly tables: ReadonlyMap<string, Member>
  readonly digest: string
  /** The bytes of a member, as often as wanted. */
  read(member: Member): Readable
  close(): Promise<void>
}

const chunk = 1 << 20
/** A manifest of a thousand tables has some 300 kB. */
const manifestRoom = 64 << 20

/**
 * Reads the whole archive, recomputes every digest in it and holds them against its manifest. Throws
 * {@link BackupError} `damaged` or `unknown-format` in Chinese; a cut, flipped or patched archive never gets further.
 */
export async function openArchive(file: string): Promise<Archive> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r')
  } catch (error) {
    throw new BackupError('damaged', `备份文件 ${file} 打不开：${(error as Error).message}`, error)
  }
  try {
    const { members, digest } = await readMembers(handle)
    const read = (member: Member) => Readable.from(readRange(handle, member), { objectMode: false })
    const manifest = await readManifest(members, read)
    const tables = new Map<string, Member>()
    for (const table of manifest.tables) {
      const member = members.get(tableMember(table.name))
      if (!member || member.sm3 !== table.sm3 || member.size !== table.size)
        throw damaged(`表 ${table.name} 与清单不符`)
      tables.set(table.name, member)
    }
    const files = await checkFiles(manifest, members, read)
    return { manifest, files, tables, digest, read, close: () => handle.close() }
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function readMembers(handle: FileHandle): Promise<{ members: Map<string, Member>; digest: string }> {
  const members = new Map<string, Member>()
  const whole = createHash('sm3')
  const { size: end } = await handle.stat()
  let at = 0
  for (;;) {
    const header = await readAt(handle, at, block)
    const found = decodeHeader(header)
    if (!found) throw at === 0 ? new BackupError('unknown-format', '这不是一盘棋的备份文件') : damaged('目录块损坏')
    at += block
    if (found.name === digestName) {
      const digest = whole.digest('hex')
      const told = await readAt(handle, at, found.size > 65 ? 65 : found.size)
      if (told.toString('latin1') !== `${digest}\n`) throw damaged('总摘要不符')
      await checkEnd(handle, at + found.size, end)
      return { members, digest }
    }
    whole.update(header)
    const own = createHash('sm3')
    for (let done = 0; done < found.size; ) {
      const bytes = await readAt(handle, at + done, Math.min(chunk, found.size - done))
      own.update(bytes)
      whole.update(bytes)
      done += bytes.length
    }
    if (members.has(found.name)) throw damaged(`${found.name} 重复`)
    members.set(found.name, { start: at, size: found.size, sm3: own.digest('hex') })
    at += found.size
    const padding = paddingOf(found.size)
    if (padding) whole.update(await readAt(handle, at, padding))
    at += padding
  }
}

/** Nothing may follow the digest but the zeros of the format. */
async function checkEnd(handle: FileHandle, at: number, end: number): Promise<void> {
  const rest = end - at
  if (rest !== paddingOf(at) + 2 * block || (await readAt(handle, at, rest)).some((byte) => byte !== 0)) {
    throw damaged('末尾不完整或多出内容')
  }
}

async function readAt(handle: FileHandle, at: number, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size)
  let done = 0
  while (done < size) {
    const { bytesRead } = await handle.read(bytes, done, size - done, at + done)
    if (bytesRead === 0) throw damaged('文件被截断')
    done += bytesRead
  }
  return bytes
}

/** By position, not by the handle's own stream: that one leaves a listener behind for every attachment. */
async function* readRange(handle: FileHandle, { start, size }: Member): AsyncGenerator<Buffer> {
  for (let done = 0; done < size; ) {
    const bytes = await readAt(handle, start + done, Math.min(chunk, size - done))
    yield bytes
    done += bytes.length
  }
}

async function readManifest(members: Map<string, Member>, read: (m: Member) => Readable): Promise<Manifest> {
  const member = members.get(manifestName)
  if (!member || member.size > manifestRoom) throw damaged('没有清单')
  const chunks: Buffer[] = []
  for await (const bytes of read(member)) chunks.push(bytes as Buffer)
  const parsed = manifestShape.safeParse(parseJson(Buffer.concat(chunks).toString('utf8')))
  if (!parsed.success) throw new BackupError('unknown-format', '备份的格式不认识，可能出自更新的版本')
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function checkFiles(
  manifest: Manifest,
  members: Map<string, Member>,
  read: (m: Member) => Readable,
): Promise<Map<string, Member>> {
  const list = members.get(fileListName)
  if (!list || list.sm3 !== manifest.files.listSm3) throw damaged('附件目录与清单不符')
  const files = new Map<string, Member>()
  for await (const line of createInterface({ input: read(list) })) {
    const path = line.slice(66)
    const member = members.get(filesPrefix + path)
    if (!isSafePath(path) || !member || member.sm3 !== line.slice(0, 64)) throw damaged(`附件 ${path} 与目录不符`)
    files.set(path, member)
  }
  if (files.size !== manifest.files.count) throw damaged('附件数目与清单不符')
  return files
}

/** Plain names joined by slashes: a path that could leave the folder is refused. */
export function isSafePath(path: string): boolean {
  return path.split('/').every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part))
}

function damaged(what: string): BackupError {
  return new BackupError('damaged', `备份文件已损坏，没有恢复任何内容：${what}`)
}
