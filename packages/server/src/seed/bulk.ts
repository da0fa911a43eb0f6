// Filling big tables: indexes and keys are dropped and made again in one sort, which takes a tenth of the time. One
// transaction of the owner's, so that a fill that fails leaves every index, key and trigger as it was.
import type pg from 'pg'

interface Piece {
  readonly drop: string
  readonly make: string
}

/** Runs the work while the table has no indexes and, when `keys` is true, no primary or foreign keys either. */
export async function withoutIndexes(
  client: pg.ClientBase,
  table: string,
  keys: boolean,
  work: () => Promise<unknown>,
): Promise<void> {
  const { rows } = await client.query<Piece>(
    `select format('drop index %I', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as make
       from pg_index i where i.indrelid = $1::regclass and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
     union all
     select format('alter table %I drop constraint %I', $1::text, c.conname),
            format('alter table %I add constraint %I %s', $1::text, c.conname, pg_get_constraintdef(c.oid))
       from pg_constraint c where c.conrelid = $1::regclass and c.contype in ('p', 'f') and $2`,
    [table, keys],
  )
  for (const piece of rows) await client.query(piece.drop)
  await work()
  for (const piece of rows) await client.query(piece.make)
}

/** Runs the work with some triggers of a table asleep: the caller writes itself what they would have written. */
export async function withoutTriggers(
  client: pg.ClientBase,
  table: string,
  names: readonly string[],
  work: () => Promise<unknown>,
): Promise<void> {
  for (const name of names) await client.query(`alter table ${table} disable trigger ${name}`)
  await work()
  for (const name of names) await client.query(`alter table ${table} enable trigger ${name}`)
}
