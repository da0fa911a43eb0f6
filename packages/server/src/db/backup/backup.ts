import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { appendFile, mkdir, mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client, type PoolConfig } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { ArchiveWriter } from './archive-writer.ts'
import { BackupError } from './backup-error.ts'
import { copyTarget, listTables, readSequences, type TableFacts } from './catalog.ts'
import { listFiles } from './list-files.ts'
import { fileListName, filesPrefix, manifestName, tableMember, type Manifest } from './manifest.ts'

export interface BackupResult {
  readonly out: string
  /** SM3 of the archive, hex: write it down elsewhere. */
  readonly digest: string
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Attachments that the database knows and the folder does not have. */
  readonly missingFiles: number
}

/**
 * Writes one archive of the database (one snapshot) and the files folder, while the server works on. Keys are not in
 * it: without `keys/` an archive opens no names. Memory stays flat; beside the archive it needs room for the largest
 * table once more. Progress comes in Chinese lines. Throws {@link BackupError} when `out` exists.
 */
export async function backup(
  owner: PoolConfig,
  filesDir: string,
  out: string,
  onProgress: (line: string) => void = () => undefined,
): Promise<BackupResult> {
  const target = resolve(out)
  if (existsSync(target)) throw new BackupError('exists', `${target} 已经存在，请换一个文件名`)
  const madeAt = new Date()
  await mkdir(dirname(target), { recursive: true })
  const spool = await mkdtemp(join(dirname(target), `.${basename(target)}-`))
  const writer = await ArchiveWriter.open(target, madeAt)
  try {
    const database = await addDatabase(owner, writer, spool, onProgress)
    const files = await addFiles(writer, filesDir, spool, onProgress)
    const { sums, ...rest } = database
    const manifest: Manifest = {
      format: 'yipanqi-backup',
      version: 1,
      madeAt: madeAt.toISOString(),
      ...rest,
      files: { count: files.sums.size, bytes: files.bytes, listSm3: files.listSm3 },
    }
    await writer.addBytes(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`))
    const digest = await writer.finish()
    const missingFiles = sums.filter((sum) => !files.found.has(sum)).length
    if (missingFiles) onProgress(`注意：数据库里有 ${missingFiles} 个附件在 ${filesDir} 里找不到`)
    const rows = manifest.tables.reduce((sum, t) => sum + t.rows, 0)
    return { out: target, digest, tables: manifest.tables.length, rows, files: files.sums.size, missingFiles }
  } catch (error) {
    await writer.abandon()
    throw error
  } finally {
    await rm(spool, { recursive: true, force: true })
  }
}

type DatabasePart = Pick<Manifest, 'postgres' | 'migrations' | 'tables' | 'sequences'> & { sums: string[] }

async function addDatabase(
  owner: PoolConfig,
  writer: ArchiveWriter,
  spool: string,
  onProgress: (line: string) => void,
): Promise<DatabasePart> {
  const client = new Client(owner)
  await client.connect()
  try {
    // Between two COPYs we write to disk, which may take longer than a clerk's transaction is given.
    await client.query('set idle_in_transaction_session_timeout = 0')
    await client.query('begin isolation level repeatable read read only')
    const facts = await listTables(client)
    const tables: Manifest['tables'] = []
    for (const table of facts) {
      const part = await addTable(client, writer, spool, table)
      tables.push(part)
      onProgress(`${table.name}：${part.rows} 行`)
    }
    const migrations = await client.query<{ name: string; digest: string }>(
      'select name, digest from schema_migration order by name',
    )
    const sums = await client.query<{ sm3: string }>('select distinct sm3 from file')
    const version = await client.query<{ server_version: string }>('show server_version')
    const sequences = await readSequences(client)
    await client.query('commit')
    return {
      postgres: version.rows[0]?.server_version ?? '',
      migrations: migrations.rows,
      tables,
      sequences,
      sums: sums.rows.map((r) => r.sm3),
    }
  } finally {
    await client.end()
  }
}

/** A tar member tells its size before its bytes: each table is packed to a file of its own first. */
async function addTable(
  client: Client,
  writer: ArchiveWriter,
  spool: string,
  table: TableFacts,
): Promise<Manifest['tables'][number]> {
  const file = join(spool, 'table')
  const source = client.query(copyTo(`copy ${copyTarget(table)} to stdout`))
  await pipeline(source, createGzip({ level: 4 }), createWriteStream(file, { mode: 0o600 }))
  const { size } = await stat(file)
  const sm3 = await writer.add(tableMember(table.name), size, createReadStream(file))
  return { ...table, rows: source.rowCount, size, sm3 }
}

interface FilesPart {
  readonly sums: Map<string, string>
  readonly found: Set<string>
  readonly bytes: number
  readonly listSm3: string
}

/** After the snapshot: a file is written before its row, so that every row of the snapshot has its file here. */
async function addFiles(
  writer: ArchiveWriter,
  filesDir: string,
  spool: string,
  onProgress: (line: string) => void,
): Promise<FilesPart> {
  const sums = new Map<string, string>()
  let bytes = 0
  for await (const path of listFiles(filesDir)) {
    const handle = await open(join(filesDir, path), 'r')
    try {
      const { size } = await handle.stat()
      sums.set(path, await writer.add(filesPrefix + path, size, handle.createReadStream({ autoClose: false })))
      bytes += size
    } finally {
      await handle.close()
    }
  }
  const listSm3 = await addList(writer, sums, join(spool, 'list'))
  onProgress(`附件：${sums.size} 个`)
  return { sums, found: new Set(sums.values()), bytes, listSm3 }
}

async function addList(writer: ArchiveWriter, sums: Map<string, string>, file: string): Promise<string> {
  await writeFile(file, '', { mode: 0o600 })
  let lines = ''
  for (const [path, sum] of sums) {
    lines += `${sum}  ${path}\n`
    if (lines.length < 1 << 16) continue
    await appendFile(file, lines)
    lines = ''
  }
  await appendFile(file, lines)
  const { size } = await stat(file)
  return writer.add(fileListName, size, createReadStream(file))
}
