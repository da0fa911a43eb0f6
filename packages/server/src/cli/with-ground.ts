import { migrateGround, openGround, type Ground } from '../ground.ts'
import type { Config } from '../config/keys.ts'

/** Runs a command on the ground; an embedded database that only this command uses is stopped afterwards. */
export async function withGround<T>(ground: Ground, work: (ground: Ground) => Promise<T>): Promise<T> {
  try {
    return await work(ground)
  } finally {
    await ground.embedded?.stop()
  }
}

/** Opens the ground and brings it forward first, so that a command never meets yesterday's tables. */
export async function withMigrated<T>(config: Config, work: (ground: Ground) => Promise<T>): Promise<T> {
  return withGround(await openGround(config), async (ground) => {
    await migrateGround(ground)
    return work(ground)
  })
}
