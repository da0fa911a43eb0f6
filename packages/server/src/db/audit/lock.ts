import { sql } from 'kysely'
import type { Trx } from '../with-actor.ts'

/** Takes a county's chain until the end of the transaction, or says at once that somebody else has it. */
export async function tryLockSealing(trx: Trx, county: string): Promise<boolean> {
  const lock = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('yipanqi.seal'), hashtext(${county})) as mine`.execute(trx)
  return lock.rows[0]?.mine ?? false
}

/** The same, but waits for it. */
export async function lockSealing(trx: Trx, county: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('yipanqi.seal'), hashtext(${county}))`.execute(trx)
}
