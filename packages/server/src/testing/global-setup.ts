// One migrated database for the whole integration run: DATABASE_URL and DATABASE_OWNER_URL when they are set, our
// own embedded one otherwise. Tests keep apart by counties of their own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chmodSync } from 'node:fs'
import { migrateGround, openGround } from '../ground.ts'
import { readConfig } from '../config/read-config.ts'

export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'yipanqi-test-'))
  chmodSync(folder, 0o755)
  const config = readConfig(process.env, { dataDir: folder })
  const ground = await openGround(config)
  await migrateGround(ground)
  process.env['YIPANQI_TEST_DATA'] = folder
  process.env['YIPANQI_TEST_APP'] = JSON.stringify(ground.app)
  process.env['YIPANQI_TEST_OWNER'] = JSON.stringify(ground.owner)
  return async () => {
    await ground.embedded?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
