// A PostgreSQL that is not ours: another cluster, reached by URL through its socket, as its operator would set it up.
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDatabase, type Embedded } from '../db/launcher/start-database.ts'
import { build, cleanUp, command, connection, logIn, scratchFolder, serve, superuser } from './testing/command.ts'

let cluster: Embedded
let clusterData: string
let data: string

const url = ({ user, password, database, host }: pg.PoolConfig) =>
  `postgres://${user}:${encodeURIComponent(String(password))}@/${database}?host=${encodeURIComponent(String(host))}`
const urlOf = (role: 'app' | 'owner' | 'superuser') => url(connection(clusterData, role))
const env = () => ({ DATABASE_URL: urlOf('app'), YIPANQI_ADMIN_TOTP: 'optional' })
const ownerEnv = () => ({ ...env(), DATABASE_OWNER_URL: urlOf('owner') })

beforeAll(async () => {
  build()
  clusterData = join(scratchFolder(), 'data')
  cluster = await startDatabase(clusterData)
  data = join(scratchFolder(), 'data')
})
afterAll(async () => {
  await cluster.stop()
  await cleanUp()
})

describe('before migrate', () => {
  it('serve says what to run first', async () => {
    const run = await command(['serve', '--port', '0', '--data', data], { env: env() })
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.err).toContain('请先运行 migrate')
  })

  it('migrate needs the owner’s URL, and both URLs belong together', async () => {
    const without = await command(['migrate', '--data', data], { env: env() })
    expect(without.code).toBe(1)
    expect(without.err).toContain('DATABASE_OWNER_URL')
    const alone = await command(['migrate', '--data', data], { env: { DATABASE_OWNER_URL: urlOf('owner') } })
    expect(alone.code).toBe(2)
    expect(alone.err).toContain('DATABASE_URL')
  })
})

describe('migrate', () => {
  it('brings it forward once; two at once wait for one another', async () => {
    const runs = await Promise.all([1, 2].map(() => command(['migrate', '--data', data], { env: ownerEnv() })))
    for (const run of runs) expect(run).toMatchObject({ code: 0, err: '' })
    expect(runs.map((r) => r.out.slice(0, 4)).sort()).toEqual(['已升级：', '已是最新'])
    const again = await command(['migrate', '--data', data], { env: ownerEnv() })
    expect(again.out).toContain('已是最新')
  })
})

describe('serve', () => {
  it.each([
    ['superuser', '超级用户'],
    ['owner', '表的属主'],
  ] as const)('refuses to run as %s', async (role, words) => {
    const run = await command(['serve', '--port', '0', '--data', data], { env: { DATABASE_URL: urlOf(role) } })
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.err).toContain('拒绝启动')
    expect(run.err).toContain(words)
  })

  it('refuses to run with BYPASSRLS, or as a role that inherits the owner', async () => {
    const admin = await superuser(clusterData)
    await admin.query(
      `create role strong login bypassrls password 'p'; create role heir login password 'p' in role yipanqi_owner`,
    )
    await admin.end()
    for (const [user, words] of [
      ['strong', 'BYPASSRLS'],
      ['heir', '表的属主'],
    ] as const) {
      const as = url({ ...connection(clusterData, 'app'), user, password: 'p' })
      const run = await command(['serve', '--port', '0', '--data', data], { env: { DATABASE_URL: as } })
      expect(run.code).toBe(1)
      expect(run.err).toContain(words)
    }
  })

  it('works as the app role: county, first password, login, clean stop; the cluster goes on', async () => {
    const added = await command(['county', 'add', '330200', '外库县', '--data', data], { env: ownerEnv() })
    expect(added.code).toBe(0)
    const code = /一次性设置码 (\S+)/.exec(added.out)?.[1]
    const server = await serve(['--data', data], { env: env() })
    const set = await fetch(`${server.address}/api/v1/accounts/first-password`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ account: 'admin-330200', code, password: 'external-password-1' }),
    })
    expect(set.status).toBe(200)
    expect((await logIn(server, 'admin-330200', 'external-password-1')).status).toBe(201)
    expect((await fetch(`${server.address}/ready`)).status).toBe(200)
    expect(await server.stop()).toMatchObject({ code: 0 })
    const client = new pg.Client(connection(clusterData, 'app'))
    await client.connect()
    await client.end()
  })

  it('two servers share one external database', async () => {
    const [one, two] = await Promise.all([
      serve(['--data', data], { env: env() }),
      serve(['--data', data], { env: env() }),
    ])
    expect((await fetch(`${one.address}/ready`)).status).toBe(200)
    expect((await fetch(`${two.address}/ready`)).status).toBe(200)
    expect((await Promise.all([one.stop(), two.stop()])).map((e) => e.code)).toEqual([0, 0])
  })

  it('ends in bounded time though a cut request hangs in a lock of that database', async () => {
    const server = await serve(['--data', data], { env: { ...env(), YIPANQI_DRAIN_SECONDS: '1' } })
    const { headers } = await logIn(server, 'admin-330200', 'external-password-1')
    const blocker = await superuser(clusterData)
    await blocker.query('begin; lock table unit in access exclusive mode')
    const slow = fetch(`${server.address}/api/v1/me`, { headers }).then(
      (r) => r.status,
      () => 'cut',
    )
    await new Promise((settle) => setTimeout(settle, 300))
    const began = performance.now()
    expect((await server.stop()).code).toBe(0)
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(await slow).toBe('cut')
    await blocker.query('rollback')
    await blocker.end()
  })

  it('refuses a database that is newer than the program', async () => {
    const admin = await superuser(clusterData)
    await admin.query(`insert into schema_migration (name, digest) values ('9999_future.sql', '')`)
    const run = await command(['serve', '--port', '0', '--data', data], { env: env() })
    await admin.query(`delete from schema_migration where name = '9999_future.sql'`)
    await admin.end()
    expect(run.code).toBe(1)
    expect(run.err).toContain('9999_future.sql')
  })
})

describe('a database out of reach', () => {
  it.each([
    ['nobody listens', 'postgres://a:secret@127.0.0.1:1/x', '对方没有在监听'],
    ['no such socket', 'postgres://a:secret@/x?host=/nowhere', '没有这个套接字'],
  ])('%s: one line, without the password', async (_, address, words) => {
    const run = await command(['serve', '--port', '0', '--data', data], { env: { DATABASE_URL: address } })
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(run.err.trim().split('\n')).toHaveLength(1)
    expect(run.err).toContain('连不上数据库')
    expect(run.err).toContain(words)
    expect(run.err).not.toContain('secret')
  })

  it('a wrong password', async () => {
    const wrong = url({ ...connection(clusterData, 'app'), password: 'secret' })
    const run = await command(['serve', '--port', '0', '--data', data], { env: { DATABASE_URL: wrong } })
    expect(run.code).toBe(1)
    expect(run.err).toContain('密码不对')
    expect(run.err).not.toContain('secret')
  })
})
