import { sql } from 'kysely'
import type { Trx } from '../../db/with-actor.ts'

/** A file follows the rights of the records that it hangs on, or hung on once. */
export async function seenThroughRecord(trx: Trx, county: string, file: number): Promise<boolean> {
  const { rows } = await sql<{ seen: boolean }>`
    select exists (
      select 1 from record_file f where f.county = ${county} and f.file = ${file} and library_sees(f.library, f.record)
    ) as seen`.execute(trx)
  return rows[0]?.seen ?? false
}
