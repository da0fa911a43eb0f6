import type { Insertable } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'

/** A statement carries at most 65,535 parameters. */
const parameters = 30_000

/** Inserts rows of one shape, many a statement; answers their ids in order where the table has them. */
export async function insertMany<T extends keyof Database>(
  trx: Trx,
  table: T,
  rows: readonly Insertable<Database[T]>[],
  withIds = false,
): Promise<number[]> {
  const width = Math.max(1, Object.keys(rows[0] ?? {}).length)
  const size = Math.max(1, Math.floor(parameters / width))
  const ids: number[] = []
  for (let i = 0; i < rows.length; i += size) {
    const insert = trx.insertInto(table).values(rows.slice(i, i + size) as never)
    if (withIds)
      ids.push(...((await insert.returning('id' as never).execute()) as unknown as { id: number }[]).map((r) => r.id))
    else await insert.execute()
  }
  return ids
}
