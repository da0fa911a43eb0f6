import { sql } from 'kysely'
import type { Trx } from '../../db/with-actor.ts'

/** Another process has the import in hand. */
export class Busy extends Error {}

/** One transaction at a time works on an import; the lock ends with it, however it ends. @throws Busy */
export async function holdImport(trx: Trx, county: string, id: number): Promise<void> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`import/${county}/${id}`}, 0)) as mine`.execute(trx)
  if (!rows[0]?.mine) throw new Busy('another process has it')
}
