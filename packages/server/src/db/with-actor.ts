// The only way to the data: a transaction that knows who acts. Without an actor every table shows no rows.
import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { Actor } from './actor.ts'
import type { Database } from './schema.ts'
import { parsers } from './types.ts'

export type Trx = Kysely<Database>

export interface Db {
  readonly pool: pg.Pool
  withActor<T>(actor: Actor, work: (trx: Trx) => Promise<T>): Promise<T>
  /** The same, where who acts is what the entry's look-up finds: one trip where the guess was right. */
  withEntry<R, T>(entry: Entry<R>, work: (trx: Trx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A look-up inside the transaction that says who acts; it throws to let nobody in. */
export interface Entry<R> {
  /** One statement without parameters. */
  readonly lookup: string
  /** Who it will most likely be: their settings go along with the look-up. */
  readonly guess: Actor | null
  admit(row: R | undefined): Actor
}

export function openDb(config: pg.PoolConfig, size: number): Db {
  const pool = new pg.Pool({
    ...config,
    max: size,
    types: parsers(),
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: 'yipanqi',
  })
  // An idle connection that breaks (database restart) must not take the process with it; the next request reconnects.
  pool.on('error', () => undefined)
  // Nor one that breaks between two statements of a transaction: its next statement fails, and that is answered.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    pool,
    withActor: (actor, work) => withActor(pool, actor, work),
    withEntry: (entry, work) => withEntry(pool, entry, work),
    close: () => pool.end(),
  }
}

function withActor<T>(pool: pg.Pool, actor: Actor, work: (trx: Trx) => Promise<T>): Promise<T> {
  // Begin and settings in one trip; the settings end with the transaction.
  return transaction(pool, async (client) => {
    await client.query(`begin;${settings(actor)}`)
    return work(bind(client))
  })
}

function withEntry<R, T>(pool: pg.Pool, entry: Entry<R>, work: (trx: Trx) => Promise<T>): Promise<T> {
  return transaction(pool, async (client) => {
    const guessed = entry.guess ? settings(entry.guess) : null
    // Several statements in one text answer several results, which the driver's types do not know.
    const answers = (await client.query(
      `begin;${entry.lookup}${guessed ? `;${guessed}` : ''}`,
    )) as unknown as pg.QueryResult<pg.QueryResultRow>[]
    const wanted = settings(entry.admit(answers[1]?.rows[0] as R | undefined))
    if (wanted !== guessed) await client.query(wanted)
    return work(bind(client))
  })
}

async function transaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  // Queries that do not wait for one another go in one trip. Only here: COPY and cursors would not stand it.
  pipelined(client, true)
  let broken = false
  try {
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    // A prepared plan that a migration has overtaken: the connection forgets it by ending.
    if ((error as { code?: string }).code === '0A000') broken = true
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    pipelined(client, false)
    client.release(broken)
  }
}

function pipelined(client: pg.PoolClient, on: boolean): void {
  ;(client as unknown as { pipeline: boolean }).pipeline = on
}

function settings(actor: Actor): string {
  const values: Record<string, string> = {
    'app.county': actor.county,
    'app.account': actor.account === null ? '' : String(actor.account),
    'app.post': actor.post,
    'app.scope': actor.scope,
    'app.keys': `{${actor.keys.join(',')}}`,
    'app.libraries': `{${actor.libraries.join(',')}}`,
    'app.enterprise': actor.enterprise === null ? '' : String(actor.enterprise),
    'app.request': actor.request,
  }
  const calls = Object.entries(values).map(([k, v]) => `set_config('${k}',${pg.escapeLiteral(v)},true)`)
  return `select ${calls.join(',')}`
}

/**
 * A statement that begins with the comment `prepared NAME` is planned once a connection. Only for one fixed text that is
 * reached by keys: a filter's best plan depends on its values.
 */
function preparedName(text: string): string | undefined {
  return /^\s*\/\*prepared (\w+)\*\//.exec(text.slice(0, 80))?.[1]
}

/** A Kysely that speaks through one client: the transaction is ours, Kysely only builds SQL. */
function bind(client: pg.PoolClient): Trx {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const name = preparedName(query.sql)
      const values = [...query.parameters]
      const result = await (name ? client.query({ name, text: query.sql, values }) : client.query(query.sql, values))
      const changed = result.command === 'INSERT' || result.command === 'UPDATE' || result.command === 'DELETE'
      return { rows: result.rows as R[], ...(changed ? { numAffectedRows: BigInt(result.rowCount ?? 0) } : {}) }
    },
    streamQuery() {
      throw new Error('streams are read with a cursor of their own')
    },
  }
  const nothing = async () => undefined
  return new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () => ({
        init: nothing,
        acquireConnection: async () => connection,
        releaseConnection: nothing,
        destroy: nothing,
        beginTransaction: async () => {
          throw new Error('withActor is the transaction')
        },
        commitTransaction: nothing,
        rollbackTransaction: nothing,
      }),
    },
  })
}
