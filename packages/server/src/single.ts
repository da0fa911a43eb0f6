import pg from 'pg'

/** Held by the one server of an embedded data folder; the database lets it go when the process is gone, however. */
export interface Hold {
  /** Settles when the database is gone, and the hold with it. Never after release. */
  readonly lost: Promise<void>
  release(): Promise<void>
}

/**
 * Takes the folder for this process, or says who has it. A lock in the database cannot be left behind by kill -9, as a
 * file could: it ends with the connection.
 */
export async function holdFolder(config: pg.PoolConfig): Promise<Hold | { readonly heldBy: string }> {
  const client = new pg.Client({ ...config, application_name: `yipanqi-serve ${process.pid}` })
  client.on('error', () => undefined)
  let released = false
  const lost = new Promise<void>((settle) => client.on('end', () => released || settle()))
  await client.connect()
  const key = "hashtext('yipanqi.serve')"
  // A killed process' connection may need a moment to be noticed.
  for (let i = 0; i < 20; i += 1) {
    const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${key}) as mine`)
    if (rows[0]?.mine) {
      const release = () => {
        released = true
        return client.end()
      }
      return { lost, release }
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and a.application_name like 'yipanqi-serve %'`,
  )
  await client.end()
  return { heldBy: rows[0]?.name.split(' ')[1] ?? '未知' }
}
