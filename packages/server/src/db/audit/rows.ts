import { sql } from 'kysely'
import type { Trx } from '../with-actor.ts'
import type { Place } from './chain.ts'

/** One audit row as it is sealed: its place, and its text as PostgreSQL writes it. */
export interface SealedRow extends Place {
  readonly id: number
  readonly text: string
}

// A page ends at whichever comes first: rows can carry whole documents.
const pageRows = 2_000
const pageBytes = 4_000_000

/**
 * The rows of a county with place in [from, to), in order, a page at a time: memory stays flat however long the
 * backlog. Keys of jsonb stand in one canonical order, and the instant is a number, so that neither the time zone of
 * a session nor a column added later changes the text.
 */
export async function* auditRows(trx: Trx, county: string, from: Place, to: Place | null): AsyncGenerator<SealedRow> {
  let last = { era: from.era, xid: from.xid, id: -1 }
  const end = to ? sql`and (era, xid) < (${to.era}::int, ${to.xid}::bigint)` : sql``
  for (;;) {
    const page = await sql<SealedRow>`
      select era, xid, id, jsonb_build_object(
          'county', county, 'id', id, 'era', era, 'xid', xid, 'at', (extract(epoch from at) * 1000000)::bigint,
          'account', account, 'post', post, 'request', request, 'tbl', tbl, 'op', op, 'row_key', row_key,
          'before', before, 'after', after)::text as text
      from (
        select *, sum(size) over (order by era, xid, id) - size as earlier
        from (
          select *, coalesce(pg_column_size(before), 0) + coalesce(pg_column_size(after), 0) as size
          from audit
          where county = ${county} and (era, xid, id) > (${last.era}::int, ${last.xid}::bigint, ${last.id}::bigint) ${end}
          order by era, xid, id limit ${pageRows}
        ) sized
      ) page
      where earlier < ${pageBytes}
      order by era, xid, id`.execute(trx)
    yield* page.rows
    const final = page.rows.at(-1)
    if (!final) return
    last = { era: final.era, xid: final.xid, id: final.id }
  }
}
