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
  /** The work only reads and may set out on the guess; what it found is forgotten where the guess was wrong. */
  readonly early?: boolean
  admit(row: R | undefined): Actor
  /** After `admit`: the guess was right, and the work would be told nothing else. */
  holds(): boolean
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
  return transaction(pool, async (client, span) => {
    await client.query(`begin;${settings(actor)}`)
    return work(bind(client, span))
  })
}

function withEntry<R, T>(pool: pg.Pool, entry: Entry<R>, work: (trx: Trx) => Promise<T>): Promise<T> {
  const guessed = entry.guess ? settings(entry.guess) : null
  return transaction(pool, async (client, span) => {
    const early = entry.early === true && guessed !== null
    if (early) inOneWrite(client, span, guessed)
    // Several statements in one text answer several results, which the driver's types do not know.
    const opening = client.query(`begin;${entry.lookup}${guessed ? `;${guessed}` : ''}`) as unknown as Promise<
      pg.QueryResult<pg.QueryResultRow>[]
    >
    // Whatever comes of it, it is waited for: nothing of it may reach the client once another has it.
    const [answers, setOut] = await Promise.allSettled([opening, early ? work(bind(client, span)) : null])
    if (answers.status === 'rejected') throw answers.reason
    const actor = entry.admit(answers.value[1]?.rows[0] as R | undefined)
    if (early && entry.holds()) {
      if (setOut.status === 'rejected') throw setOut.reason
      return setOut.value as T
    }
    const wanted = settings(actor)
    if (early) await reopen(client, span, wanted)
    else if (wanted !== guessed) await client.query(wanted)
    return work(bind(client, span))
  })
}

/** How a transaction stands. One that only reads may end before its work has: each statement sees its own moment anyway. */
interface Span {
  open: boolean
  /** Settings with which the work goes on in a transaction of its own, where it asks more after the end. */
  settings: string
  ending: Promise<unknown>
}

async function transaction<T>(pool: pg.Pool, work: (client: pg.PoolClient, span: Span) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  // Queries that do not wait for one another go in one trip. Only here: COPY and cursors would not stand it.
  pipelined(client, true)
  const span: Span = { open: true, settings: '', ending: Promise.resolve() }
  let broken = false
  try {
    const result = await work(client, span)
    if (span.open) await client.query('commit')
    await span.ending
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

/**
 * What is asked before the event loop turns goes to the database in one write, the end of the transaction with it: each
 * write wakes both sides, and cost more than a look-up.
 */
function inOneWrite(client: pg.PoolClient, span: Span, guessed: string): void {
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection
  span.settings = guessed
  stream.cork()
  setImmediate(() => {
    // A statement that failed has been told to whoever asked it; the end then undoes nothing.
    span.ending = client.query('commit').catch(() => undefined)
    span.open = false
    stream.uncork()
  })
}

/** A new transaction with these settings, after one that has ended or stands on a wrong guess. */
function reopen(client: pg.PoolClient, span: Span, wanted: string): Promise<unknown> {
  const text = `${span.open ? 'rollback;' : ''}begin;${wanted}`
  span.open = true
  span.settings = wanted
  return client.query(text)
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
 * A statement that begins with this comment is planned once a connection. Only for texts that are reached by keys or in
 * an index's own order: a filter's best plan depends on its values.
 */
export const prepared = '/*prepared*/ '

const mostPrepared = 400
const names = new Map<string, string>()

/** Texts are few: one a ledger, order and set of columns. Beyond the bound a statement is planned each time, as any other. */
function preparedName(text: string): string | undefined {
  if (!text.startsWith(prepared)) return undefined
  const known = names.get(text)
  if (known !== undefined || names.size >= mostPrepared) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

/** A Kysely that speaks through one client: the transaction is ours, Kysely only builds SQL. */
function bind(client: pg.PoolClient, span: Span): Trx {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      // Its own failure is the statement's after it.
      if (!span.open) reopen(client, span, span.settings).catch(() => undefined)
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
