// Live changes: ids only. One direct LISTEN connection a process; readers ask for the rows under their own rights.
import pg from 'pg'
import { sql } from 'kysely'
import type { Trx } from '../db/with-actor.ts'

/** What one transaction changed. Records say of which ledger they are; their changes are no events to resume from (0). */
export type Change = {
  readonly county: string
  readonly event: number
  readonly ids: readonly number[]
} & ({ readonly kind: 'matter' | 'document' | 'import' } | { readonly kind: 'record'; readonly library: string })

export interface Live {
  subscribe(county: string, hear: (change: Change) => void): () => void
  close(): Promise<void>
}

const channel = 'yipanqi'
/** NOTIFY carries at most 8,000 bytes: beyond this many ids the reader refetches what it shows. */
export const idRoom = 200

/** At most one a transaction: each NOTIFY takes a global lock at commit. */
export async function announce(trx: Trx, change: Change): Promise<void> {
  const payload = JSON.stringify({ ...change, ids: change.ids.slice(0, idRoom) })
  await sql`select pg_notify(${channel}, ${payload})`.execute(trx)
}

export async function openLive(config: pg.PoolConfig, onError: (error: Error) => void): Promise<Live> {
  const hearers = new Map<string, Set<(change: Change) => void>>()
  let closed = false
  let client: pg.Client | null = null

  const connect = async (): Promise<void> => {
    let listening = false
    const next = new pg.Client({ ...config, application_name: 'yipanqi-live' })
    next.on('notification', (message) => {
      const change = JSON.parse(message.payload ?? '{}') as Change
      for (const hear of hearers.get(change.county) ?? []) hear(change)
    })
    next.on('error', (error) => {
      // Before it listens, a failure is the answer of connect() itself.
      if (!listening) return
      listening = false
      onError(error)
      reconnect()
    })
    await next.connect()
    await next.query(`listen ${channel}`)
    listening = true
    client = next
    if (closed) await next.end()
  }
  // The database may be away for minutes: it is asked every second until it is back.
  const reconnect = (): void => {
    client = null
    if (closed) return
    const again = async () => {
      try {
        await connect()
      } catch (error) {
        onError(error as Error)
        reconnect()
      }
    }
    setTimeout(() => void again(), 1000).unref()
  }
  await connect()

  return {
    subscribe(county, hear) {
      const set = hearers.get(county) ?? new Set()
      set.add(hear)
      hearers.set(county, set)
      return () => set.delete(hear)
    },
    async close() {
      closed = true
      await client?.end().catch(() => undefined)
    },
  }
}
