import { escapeIdentifier, type Client } from 'pg'
import type { Manifest } from './manifest.ts'

/** Tables whose rows are of the moment: a session that was closed must not come back with a restore. */
const transient = new Set(['session', 'login_failure'])

export interface TableFacts {
  readonly name: string
  readonly columns: string[]
}

export function quoted(name: string): string {
  return escapeIdentifier(name)
}

export function copyTarget({ name, columns }: TableFacts): string {
  return `public.${quoted(name)} (${columns.map(quoted).join(', ')})`
}

/** Every table of the county's data with its stored columns, ordered so that what is referred to comes first. */
export async function listTables(client: Client): Promise<TableFacts[]> {
  const tables = await client.query<TableFacts>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    group by c.relname order by c.relname`)
  const references = await client.query<{ one: string; other: string }>(`
    select distinct o.relname as one, r.relname as other
    from pg_constraint k join pg_class o on o.oid = k.conrelid join pg_class r on r.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace and o.oid <> r.oid`)
  const order = inOrder(
    tables.rows.map((t) => t.name),
    references.rows,
  )
  const byName = new Map(tables.rows.map((t) => [t.name, t]))
  return order.flatMap((name) => byName.get(name) ?? []).filter((t) => !transient.has(t.name))
}

/** Sorts names so that each comes after those it refers to. Throws on a circle, which our migrations never lay. */
export function inOrder(names: readonly string[], references: readonly { one: string; other: string }[]): string[] {
  const done = new Set<string>()
  const order: string[] = []
  while (order.length < names.length) {
    const ready = names.filter((n) => !done.has(n) && references.every((r) => r.one !== n || done.has(r.other)))
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a circle: ${names.filter((n) => !done.has(n))}`)
    for (const name of ready) done.add(name)
    order.push(...ready)
  }
  return order
}

/** Read after the tables: sequences know no snapshot, and a number too high is harmless where one too low is not. */
export async function readSequences(client: Client): Promise<Manifest['sequences']> {
  const names = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname",
  )
  const out: Manifest['sequences'] = []
  for (const { name } of names.rows) {
    const found = await client.query<{ last: string; called: boolean }>(
      `select last_value as last, is_called as called from public.${quoted(name)}`,
    )
    const row = found.rows[0]
    if (row) out.push({ name, last: Number(row.last), called: row.called })
  }
  return out
}
