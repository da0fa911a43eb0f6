// A PostgreSQL of its own for tests that tamper as owner or need two clusters: nothing that others use is touched.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { systemActor } from '../actor.ts'
import { startDatabase, type Embedded } from '../launcher/start-database.ts'
import { migrate } from '../migrate.ts'
import { openDb, type Db } from '../with-actor.ts'

export interface ScratchCluster {
  readonly dataDir: string
  readonly embedded: Embedded
  readonly db: Db
  readonly owner: Pool
  addCounty(code: string): Promise<void>
  /** One audited change per call and row, as the county's system actor. */
  addLeaders(county: string, names: readonly string[]): Promise<void>
  close(): Promise<void>
}

export const scratchRoles = { app: 'yipanqi_app', reader: 'yipanqi_reader' }

export async function scratchCluster(): Promise<ScratchCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'yipanqi-scratch-'))
  // As root the database runs under another uid, which has to get in.
  chmodSync(folder, 0o755)
  const dataDir = join(folder, 'data')
  const embedded = await startDatabase(dataDir)
  await migrate(embedded.owner, scratchRoles)
  const db = openDb(embedded.app, 6)
  const owner = new Pool({ ...embedded.owner, max: 4 })
  // A connection that is still closing while the database stops must not fail a test that has passed.
  owner.on('error', () => undefined)
  return {
    dataDir,
    embedded,
    db,
    owner,
    async addCounty(code) {
      await owner.query('insert into county (code, name) values ($1, $2)', [code, `试${code}县`])
    },
    async addLeaders(county, names) {
      await db.withActor(systemActor(county, 'test'), (trx) =>
        trx
          .insertInto('county_leader')
          .values(names.map((name) => ({ county, name, post: '副县长', valid_from: '2026-01-01' })))
          .execute(),
      )
    },
    async close() {
      await db.close()
      await owner.end()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
