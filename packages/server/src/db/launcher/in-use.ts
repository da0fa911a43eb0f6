import pg from 'pg'

const key = "hashtext('yipanqi.in-use')"

/** Says that this process works on an embedded database, so that nobody stops it underneath. */
export interface InUse {
  /** Leaves; true when nobody else is there, so that the database may be stopped. */
  leave(): Promise<boolean>
}

/** A shared lock in the database: it ends with the connection, so a killed process leaves none behind. */
export async function joinUsers(config: pg.PoolConfig): Promise<InUse> {
  let client = await enter(config)
  return {
    async leave() {
      try {
        // Ours broke when the database went down; another process may have started it anew.
        if (client.lost) client = await enter(config)
        await client.pg.query(`select pg_advisory_unlock_shared(${key})`)
        const { rows } = await client.pg.query<{ last: boolean }>(`select pg_try_advisory_lock(${key}) as last`)
        return rows[0]?.last ?? false
      } finally {
        await client.pg.end().catch(() => undefined)
      }
    },
  }
}

async function enter(config: pg.PoolConfig): Promise<{ pg: pg.Client; lost: boolean }> {
  const client = new pg.Client({ ...config, application_name: `yipanqi-uses ${process.pid}` })
  const entered = { pg: client, lost: false }
  client.on('error', () => {
    entered.lost = true
  })
  await client.connect()
  await client.query(`select pg_advisory_lock_shared(${key})`)
  return entered
}
