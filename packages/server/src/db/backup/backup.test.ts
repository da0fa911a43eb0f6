import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { copyFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '../actor.ts'
import { sealCounty } from '../audit/seal.ts'
import { headAppender, readSealKey, sealHeadsFile, type SealPlaces } from '../audit/seal-key.ts'
import { verifyAudit } from '../audit/verify.ts'
import { erasePerson } from '../personal/erase-person.ts'
import { readMasterKey } from '../personal/master-key.ts'
import { openPerson } from '../personal/open-person.ts'
import { forget } from '../personal/opened.ts'
import { sealPerson } from '../personal/seal-person.ts'
import { scratchCluster, scratchRoles, type ScratchCluster } from '../testing/scratch-cluster.ts'
import { openDb } from '../with-actor.ts'
import { backup, type BackupResult } from './backup.ts'
import { restore, type RestoreOptions } from './restore.ts'

let source: ScratchCluster
let target: ScratchCluster
let places: SealPlaces
let key: Buffer
let master: Buffer
let archive: string
let made: BackupResult
let sealed: Buffer
const content = Buffer.from('附件的内容')
const sm3 = createHash('sm3').update(content).digest('hex')
const fileName = `${sm3.slice(0, 2)}/${sm3}`

beforeAll(async () => {
  source = await scratchCluster()
  target = await scratchCluster()
  places = { dataDir: source.dataDir, sealKeyFile: null, sealHeadsFile: null }
  key = readSealKey(places)
  master = readMasterKey(source.dataDir)
  archive = join(source.dataDir, 'out', 'one.tar')
  await fill()
  made = await backup(source.embedded.owner, join(source.dataDir, 'files'), archive)
})
afterAll(async () => {
  await source.close()
  await target.close()
})

async function fill(): Promise<void> {
  for (const code of ['100001', '100002']) {
    await source.addCounty(code)
    // A tab, a line break, a backslash: what COPY must carry unharmed. A unit refers to its parent in its own table.
    await source.addLeaders(code, ['甲', '乙\t丙\n丁\\戊'])
    await sealCounty(source.db, code, key, headAppender(places))
    await source.addLeaders(code, ['未封存'])
  }
  await source.db.withActor(systemActor('100001', 'test'), async (trx) => {
    const unit = { county: '100001', kind: '部门', aliases: '[]' }
    const top = await trx
      .insertInto('unit')
      .values({ ...unit, code: '1', name: '县政府', short: '县政府' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('unit')
      .values({ ...unit, code: '2', name: '县发改局', short: '发改局', parent: top.id })
      .execute()
    await trx
      .insertInto('file')
      .values({ county: '100001', sm3, name: '附件.txt', size: content.length, type: 'txt' })
      .execute()
    sealed = await sealPerson(trx, '100001', 'account:a', { display: '张三' }, master)
  })
  mkdirSync(join(source.dataDir, 'files', sm3.slice(0, 2)), { recursive: true })
  writeFileSync(join(source.dataDir, 'files', fileName), content)
  writeFileSync(join(source.dataDir, 'files', 'upload.part'), 'half an upload')
}

const databases: string[] = []

/** An empty database of its own in the second cluster. */
async function emptyDatabase(): Promise<string> {
  const name = `restore_${databases.length}`
  databases.push(name)
  const client = new Client({ ...target.embedded.superuser, database: 'postgres' })
  await client.connect()
  await client.query(`create database ${name} owner yipanqi_owner template template0`)
  await client.end()
  return name
}

function into(database: string, over: Partial<RestoreOptions> = {}): RestoreOptions {
  return {
    owner: { ...target.embedded.owner, database },
    roles: scratchRoles,
    filesDir: join(target.dataDir, database, 'files'),
    archive,
    appendHead: () => undefined,
    ...over,
  }
}

async function query(config: object, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client(config)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}

const tablesOf = async (database: string) =>
  (await query({ ...target.embedded.owner, database }, "select 1 from pg_tables where schemaname = 'public'")).length

describe('backup', () => {
  it('says what it wrote, and stays out of what is there', async () => {
    expect(made).toMatchObject({ out: archive, files: 1, missingFiles: 0 })
    expect(made.digest).toMatch(/^[0-9a-f]{64}$/)
    expect((await stat(archive)).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(source.dataDir, 'out'))).toEqual(['one.tar'])
    await expect(backup(source.embedded.owner, join(source.dataDir, 'files'), archive)).rejects.toThrow('已经存在')
  })

  it('can be looked into with tar', () => {
    const list = spawnSync('tar', ['tf', archive], { encoding: 'utf8' })
    expect(list.status).toBe(0)
    expect(list.stdout.split('\n')).toEqual(
      expect.arrayContaining([
        'tables/matter.copy.gz',
        `files/${fileName}`,
        'files.sm3',
        'manifest.json',
        'digest.sm3',
      ]),
    )
    expect(list.stdout).not.toContain('session')
    const manifest = spawnSync('tar', ['xOf', archive, 'manifest.json'], { encoding: 'utf8' }).stdout
    expect(JSON.parse(manifest)).toMatchObject({ format: 'yipanqi-backup', files: { count: 1, bytes: content.length } })
  })

  it('counts attachments that the folder does not have', async () => {
    const out = join(source.dataDir, 'out', 'no-files.tar')
    expect(await backup(source.embedded.owner, join(source.dataDir, 'nowhere'), out)).toMatchObject({
      files: 0,
      missingFiles: 1,
    })
  })
})

describe('restore into a second cluster', () => {
  it('gives back every row, file, number and seal, and goes on in a new era', async () => {
    const database = await emptyDatabase()
    const heads = join(target.dataDir, 'heads.jsonl')
    // The machine that was lost had sealed on after the backup.
    const options = into(database, { appendHead: headAppender({ ...places, sealHeadsFile: heads }) })
    const lines = readFileSync(sealHeadsFile(places), 'utf8').trim().split('\n')
    const later = JSON.stringify({ county: '100001', number: 2, mac: 'x.later', previous: 'y', at: '2026-01-01' })
    writeFileSync(heads, `${[...lines, later].join('\n')}\n`)
    const result = await restore(options)
    expect(result).toMatchObject({ digest: made.digest, era: 2, files: 1, rows: made.rows })
    expect(result.migration.applied).toEqual([])

    for (const table of ['county', 'unit', 'county_leader', 'file', 'subject_key', 'audit', 'audit_seal']) {
      const all = `select to_jsonb(t) as row from ${table} t order by 1`
      expect([table, await query(options.owner, all)]).toEqual([table, await query(source.embedded.owner, all)])
    }
    expect(readFileSync(join(options.filesDir, fileName))).toEqual(content)
    expect(readdirSync(join(options.filesDir, '..'))).toEqual(['files'])

    const db = openDb({ ...target.embedded.app, database }, 3)
    try {
      const before = await verifyAudit(db, key, heads)
      expect(before.map((v) => [v.ok, v.seals, v.unsealed > 0])).toEqual([
        [true, 1, true],
        [true, 1, true],
      ])
      // Triggers work again, numbers go on, and the new era is sealed behind the old one.
      const fresh = await db.withActor(systemActor('100001', 'test'), (trx) =>
        trx
          .insertInto('county_leader')
          .values({ county: '100001', name: '新', post: '', valid_from: '2026-01-01' })
          .returning('id')
          .executeTakeFirstOrThrow(),
      )
      expect(fresh.id).toBe(7)
      await sealCounty(db, '100001', key, headAppender({ ...places, sealHeadsFile: heads }))
      const after = (await verifyAudit(db, key, heads)).find((v) => v.county === '100001')
      expect(after).toMatchObject({ ok: true, seals: 2, unsealed: 0, problems: [] })
      const eras = await query(options.owner, "select distinct era from audit where county = '100001' order by era")
      expect(eras).toEqual([{ era: 1 }, { era: 2 }])
    } finally {
      await db.close()
    }
  })

  it('takes a database that is migrated and has no county', async () => {
    expect(await restore(into('yipanqi'))).toMatchObject({ rows: made.rows })
    await expect(restore(into('yipanqi'))).rejects.toThrow('目标数据库不是空的')
    await expect(restore(into('yipanqi'))).rejects.toMatchObject({ code: 'not-empty' })
  })

  it('refuses a database that holds something else', async () => {
    const database = await emptyDatabase()
    await query({ ...target.embedded.owner, database }, 'create table other (x int)')
    await expect(restore(into(database))).rejects.toThrow('请换一个空数据库')
  })

  it('does not bring back a person whose key was erased after the backup', async () => {
    const erasure = await source.db.withActor(systemActor('100001', 'test'), (trx) =>
      erasePerson(trx, '100001', 'account:a'),
    )
    const opened: unknown[] = []
    for (const erasures of [[], erasure ? [erasure] : []]) {
      const database = await emptyDatabase()
      await restore(into(database, { erasures }))
      const db = openDb({ ...target.embedded.app, database }, 1)
      opened.push(
        await db.withActor(systemActor('100001', 'test'), (trx) =>
          openPerson(trx, '100001', 'account:a', sealed, master),
        ),
      )
      await db.close()
      // What the first round opened must not answer for the second.
      forget('100001/account:a')
    }
    expect(opened).toEqual([{ display: '张三' }, null])
  })
})

describe('a bad archive changes nothing', () => {
  const bad = () => join(target.dataDir, 'bad.tar')
  let database: string
  const leftBehind = async () => [await tablesOf(database), existsSync(join(target.dataDir, database))]

  it('cut anywhere', async () => {
    database = await emptyDatabase()
    const { size } = await stat(archive)
    for (const keep of [0, 100, 512, 3000, Math.floor(size / 2), size - 1600, size - 1024, size - 1]) {
      await copyFile(archive, bad())
      truncateSync(bad(), keep)
      await expect(restore(into(database, { archive: bad() })), `kept ${keep}`).rejects.toMatchObject({
        code: 'damaged',
      })
    }
  })

  it('with one bit flipped anywhere', async () => {
    database = await emptyDatabase()
    const whole = readFileSync(archive)
    for (let i = 0; i < 40; i += 1) {
      const at = Math.floor((whole.length - 1) * (i / 39))
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (i % 8))
      writeFileSync(bad(), flipped)
      await expect(restore(into(database, { archive: bad() }))).rejects.toThrow(/备份文件已损坏|不是一盘棋的备份/)
    }
    expect(await leftBehind()).toEqual([0, false])
  })

  it('of another program', async () => {
    database = await emptyDatabase()
    writeFileSync(bad(), 'PK something else'.padEnd(4096, '.'))
    await expect(restore(into(database, { archive: bad() }))).rejects.toThrow('这不是一盘棋的备份文件')
    await expect(restore(into(database, { archive: join(target.dataDir, 'none.tar') }))).rejects.toThrow('打不开')
    expect(await leftBehind()).toEqual([0, false])
  })
})

it('killed half-way, the restore leaves the database empty, and a second run succeeds', async () => {
  const database = await emptyDatabase()
  const options = into(database)
  const code = `
    const { restore } = await import(process.env.RESTORE)
    const onProgress = (line) => line.startsWith('matter') && process.kill(process.pid, 'SIGKILL')
    await restore({ ...JSON.parse(process.env.OPTIONS), appendHead() {}, onProgress })`
  const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    encoding: 'utf8',
    env: { ...process.env, RESTORE: new URL('restore.ts', import.meta.url).href, OPTIONS: JSON.stringify(options) },
  })
  expect([run.signal, run.stderr]).toEqual(['SIGKILL', ''])
  expect(await tablesOf(database)).toBe(0)
  expect(await restore(options)).toMatchObject({ rows: made.rows, files: 1 })
})
