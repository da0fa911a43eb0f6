import pg from 'pg'
import { ownerConfig } from './harness.ts'

export interface Owner {
  query<R extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<R[]>
  /** One digest for every table that holds rows of the county: equal before and after means that nothing changed. */
  snapshot(county: string): Promise<Record<string, string>>
  close(): Promise<void>
}

/** The owner's eyes: row security does not bind them, so that tests see what really stands in the tables. */
export async function openOwner(): Promise<Owner> {
  const client = new pg.Client(ownerConfig())
  await client.connect()
  const query: Owner['query'] = async <R extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
    (await client.query<R>(text, [...values])).rows
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
     where c.table_schema = 'public' and c.column_name = 'county' and c.table_name not in ('session', 'login_known')
     order by 1`,
  )
  return {
    query,
    async snapshot(county) {
      const out: Record<string, string> = {}
      for (const { name } of tables) {
        const [row] = await query<{ digest: string }>(
          `select count(*) || ' ' || md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as digest
           from ${name} t where county = $1`,
          [county],
        )
        out[name] = row?.digest ?? ''
      }
      return out
    },
    close: () => client.end(),
  }
}
