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
  close(): Promise<void>
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
  return { pool, withActor: (actor, work) => withActor(pool, actor, work), close: () => pool.end() }
}

async function withActor<T>(pool: pg.Pool, actor: Actor, work: (trx: Trx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    // Begin and settings in one trip; the settings end with the transaction.
    await client.query(`begin;${settings(actor)}`)
    const result = await work(bind(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

function settings(actor: Actor): string {
  const values: Record<string, string> = {
    'app.county': actor.county,
    'app.account': actor.account === null ? '' : String(actor.account),
    'app.post': actor.post,
    'app.scope': actor.scope,
    'app.keys': `{${actor.keys.join(',')}}`,
    'app.request': actor.request,
  }
  const calls = Object.entries(values).map(([k, v]) => `set_config('${k}',${pg.escapeLiteral(v)},true)`)
  return `select ${calls.join(',')}`
}

/** A Kysely that speaks through one client: the transaction is ours, Kysely only builds SQL. */
function bind(client: pg.PoolClient): Trx {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result = await client.query(query.sql, [...query.parameters])
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
