import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Client, type PoolConfig } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Head } from '../audit/heads.ts'
import { migrate, type MigrationResult, type RoleNames } from '../migrate.ts'
import { wrappedDigest, type Erasure } from '../personal/erase-person.ts'
import { openArchive, type Archive } from './archive-reader.ts'
import { BackupError } from './backup-error.ts'
import { copyTarget, quoted } from './catalog.ts'
import { prepareSchema } from './prepare-schema.ts'

export interface RestoreOptions {
  readonly owner: PoolConfig
  /** Roles that the following migration grants rights to. */
  readonly roles: RoleNames
  readonly filesDir: string
  readonly archive: string
  /** Takes the line that tells the heads file where each chain goes on (see `headAppender`). */
  readonly appendHead: (line: string) => void
  /** Keys that were erased since the backup was made (see `readErasures`): they stay erased. */
  readonly erasures?: readonly Erasure[]
  readonly onProgress?: (line: string) => void
}

export interface RestoreResult {
  readonly digest: string
  readonly madeAt: string
  readonly rows: number
  readonly files: number
  readonly era: number
  readonly migration: MigrationResult
}

/**
 * Puts an archive into a fresh database (empty, or migrated to the archive's state and without a county) and its files
 * into the files folder, then migrates forward. The archive is checked from end to end first; the database is one
 * transaction; files, named by their content, are moved in just before it ends: a run that dies leaves the database
 * as it was, and can be started again. Throws {@link BackupError} in Chinese.
 */
export async function restore(options: RestoreOptions): Promise<RestoreResult> {
  const say = options.onProgress ?? (() => undefined)
  const archive = await openArchive(options.archive)
  try {
    say(`备份完好：${archive.manifest.madeAt}，摘要 ${archive.digest}`)
    const loaded = await load(archive, options, say)
    for (const head of loaded.heads) options.appendHead(JSON.stringify(head))
    const migration = await migrate(options.owner, options.roles)
    const { digest, manifest } = archive
    const rows = manifest.tables.reduce((sum, t) => sum + t.rows, 0)
    return { digest, madeAt: manifest.madeAt, rows, files: archive.files.size, era: loaded.era, migration }
  } finally {
    await archive.close()
  }
}

async function load(
  archive: Archive,
  { owner, filesDir, erasures = [] }: RestoreOptions,
  say: (line: string) => void,
): Promise<{ era: number; heads: Head[] }> {
  const client = new Client(owner)
  await client.connect()
  const staging = `${resolve(filesDir)}.restore-${randomBytes(4).toString('hex')}`
  try {
    await client.query('set idle_in_transaction_session_timeout = 0; set client_min_messages = warning')
    // The same lock as migrate's: neither may run under the other.
    await client.query("select pg_advisory_lock(hashtext('yipanqi.migrate'))")
    await client.query('begin')
    await prepareSchema(client, archive.manifest)
    for (const table of archive.manifest.tables) {
      await loadTable(client, archive, table)
      say(`${table.name}：${table.rows} 行`)
    }
    for (const { name, last, called } of archive.manifest.sequences) {
      await client.query('select setval($1::regclass, $2, $3)', [`public.${quoted(name)}`, last, called])
    }
    await keepErased(client, erasures)
    const era = await client.query<{ era: number }>(
      'insert into audit_era (era) select coalesce(max(era), 0) + 1 from audit_era returning era',
    )
    const heads = await readTails(client)
    await stageFiles(archive, staging)
    await moveFiles(archive, staging, resolve(filesDir))
    say(`附件：${archive.files.size} 个`)
    await client.query('commit')
    return { era: era.rows[0]?.era ?? 0, heads }
  } finally {
    // Closing an open transaction rolls it back.
    await client.end()
    await rm(staging, { recursive: true, force: true })
  }
}

/** Loads what the table held, its audit and audience triggers resting: their work is in the archive already. */
async function loadTable(client: Client, archive: Archive, table: Archive['manifest']['tables'][number]) {
  const member = archive.tables.get(table.name)
  if (!member) throw new BackupError('damaged', `备份里没有表 ${table.name}`)
  await client.query(`alter table public.${quoted(table.name)} disable trigger user`)
  const sink = client.query(copyFrom(`copy ${copyTarget(table)} from stdin`))
  await pipeline(archive.read(member), createGunzip(), sink)
  if (sink.rowCount !== table.rows) {
    throw new BackupError(
      'damaged',
      `表 ${table.name} 应有 ${table.rows} 行，装入 ${sink.rowCount} 行；没有恢复任何内容`,
    )
  }
  await client.query(`alter table public.${quoted(table.name)} enable trigger user`)
}

async function keepErased(client: Client, erasures: readonly Erasure[]): Promise<void> {
  if (erasures.length === 0) return
  const gone = new Set(erasures.map((e) => e.digest))
  const keys = await client.query<{ county: string; subject: string; wrapped: Buffer }>('select * from subject_key')
  for (const { county, subject, wrapped } of keys.rows) {
    if (!gone.has(wrappedDigest(wrapped))) continue
    await client.query('delete from subject_key where county = $1 and subject = $2', [county, subject])
  }
}

/** The last seal of each chain: later ones belong to a state that is no more, and verify must not miss them. */
async function readTails(client: Client): Promise<Head[]> {
  const tails = await client.query<{ county: string; number: string | null; mac: string | null; at: string }>(`
    select c.code as county, s.number, s.mac, to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SSTZH:TZM') as at
    from county c left join lateral (
      select number, mac from audit_seal where county = c.code order by number desc limit 1) s on true
    order by c.code`)
  return tails.rows.map((t) => ({
    county: t.county,
    number: Number(t.number ?? 0),
    mac: t.mac ?? '',
    at: t.at,
    restored: true,
  }))
}

async function stageFiles(archive: Archive, staging: string): Promise<void> {
  for (const [path, member] of archive.files) {
    const file = join(staging, path)
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await pipeline(archive.read(member), createWriteStream(file, { mode: 0o600, flush: true }))
  }
}

async function moveFiles(archive: Archive, staging: string, filesDir: string): Promise<void> {
  for (const path of archive.files.keys()) {
    const file = join(filesDir, path)
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await rename(join(staging, path), file)
  }
}
