// An installation without samples, from nothing to a county, and what protects it: audit, backup, restore.
import { appendFileSync, cpSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealCounty } from '../db/audit/seal.ts'
import { headAppender, readSealKey } from '../db/audit/seal-key.ts'
import { openDb } from '../db/with-actor.ts'
import {
  build,
  cleanUp,
  command,
  connection,
  logIn,
  postmasterOf,
  scratchFolder,
  serve,
  superuser,
} from './testing/command.ts'

const password = 'a-long-first-password-1'
let home: string
let data: string
let archive: string
let adminCode: string

beforeAll(() => {
  build()
  home = scratchFolder()
  data = join(home, 'data')
  archive = join(home, 'backup.tar')
})
afterAll(() => cleanUp())

const setPassword = async (address: string, account: string, code: string) =>
  (
    await fetch(`${address}/api/v1/accounts/first-password`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ account, code, password }),
    })
  ).status

const displayAt = async (address: string, headers: Record<string, string>) => {
  const me = (await (await fetch(`${address}/api/v1/me`, { headers })).json()) as { account?: { display: string } }
  return me.account?.display
}

describe('an empty folder', () => {
  it('says how the first password is set', async () => {
    const server = await serve(['--data', data])
    expect(server.accounts).toEqual([])
    expect(server.output()).toContain('county add')
    expect(server.output()).toContain('/first-password')
    expect((await server.stop()).code).toBe(0)
  })

  it('takes a county once, and an account', async () => {
    const added = await command(['county', 'add', '330100', '测试县', '--data', data])
    expect(added).toMatchObject({ code: 0, err: '' })
    for (const name of ['admin', 'security', 'audit']) expect(added.out).toContain(`${name}-330100`)
    adminCode = /一次性设置码 (\S+)/.exec(added.out)?.[1] ?? ''
    expect(adminCode).not.toBe('')
    const again = await command(['county', 'add', '330100', '测试县', '--data', data])
    expect(again.code).toBe(1)
    expect(again.err).toContain('已经有了')
    expect((await command(['county', 'add', '33', '县', '--data', data])).code).toBe(2)
    const user = ['user', 'add', 'liu', '--county', '330100', '--unit', 'OFFICE', '--display', '刘试', '--data', data]
    expect((await command([...user, '--post', 'nobody'])).code).toBe(2)
    const made = await command([...user, '--post', 'dispatcher'])
    expect(made.code).toBe(0)
    expect(made.out).toContain('一次性设置码')
    // Nobody else was on the database: the commands took it down behind them.
    expect(postmasterOf(data)).toBeNull()
  })

  it('sets the first password by the code, once', async () => {
    const server = await serve(['--data', data], { env: { YIPANQI_ADMIN_TOTP: 'optional' } })
    expect(server.output()).not.toContain('county add')
    expect((await logIn(server, 'admin-330100', password)).status).toBe(401)
    expect(await setPassword(server.address, 'admin-330100', 'not-the-code')).toBe(401)
    expect(await setPassword(server.address, 'admin-330100', adminCode)).toBe(200)
    expect(await setPassword(server.address, 'admin-330100', adminCode)).toBe(401)
    const { status, headers } = await logIn(server, 'admin-330100', password)
    expect(status).toBe(201)
    expect(await displayAt(server.address, headers)).toBe('系统管理员')
    await server.stop()
  })
})

describe('the administrators’ second step', () => {
  it('is asked for unless the operator says otherwise; a lost phone is unbound from the command line', async () => {
    const server = await serve(['--data', data])
    const refused = await logIn(server, 'admin-330100', password)
    expect(refused.status).toBe(401)
    await server.stop()
    const nobody = await command(['user', 'unbind', 'nobody', '--county', '330100', '--data', data])
    expect([nobody.code, nobody.err]).toEqual([1, expect.stringContaining('没有账号 nobody')])
    const none = await command(['user', 'unbind', 'admin-330100', '--county', '330100', '--data', data])
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('没有绑定两步验证')])
    expect((await command(['user', 'unbind', '--data', data])).code).toBe(2)
  })
})

describe('commands beside a running server', () => {
  it('work on its database and leave it running: user add, audit verify, backup', async () => {
    const server = await serve(['--data', data])
    const user = ['user', 'add', 'wang', '--county', '330100', '--unit', 'OFFICE', '--display', '王试', '--data', data]
    const made = await command([...user, '--post', 'dispatcher'])
    expect(made.code).toBe(0)
    const code = /一次性设置码 (\S+)/.exec(made.out)?.[1] ?? ''
    expect(await setPassword(server.address, 'wang', code)).toBe(200)
    const audit = await command(['audit', 'verify', '--data', data])
    expect(audit).toMatchObject({ code: 0, err: '' })
    expect(audit.out).toMatch(/^330100 完好/)
    const made2 = await command(['backup', archive, '--data', data])
    expect(made2.code).toBe(0)
    expect(made2.out).toContain(join(data, 'keys'))
    expect(made2.out).toContain('SM3')
    expect((await fetch(`${server.address}/ready`)).status).toBe(200)
    expect((await server.stop()).code).toBe(0)
  })

  it('two at once on a stopped folder do not take the database from one another', async () => {
    const runs = await Promise.all(['migrate', 'migrate', 'migrate'].map((c) => command([c, '--data', data])))
    for (const run of runs) expect(run).toMatchObject({ code: 0, err: '' })
    expect(runs[0]?.out).toContain('已是最新')
    expect(postmasterOf(data)).toBeNull()
  })

  it('two first starts at once make one database', async () => {
    const fresh = join(scratchFolder(), 'data')
    const runs = await Promise.all([command(['migrate', '--data', fresh]), command(['migrate', '--data', fresh])])
    for (const run of runs) expect(run).toMatchObject({ code: 0, err: '' })
    expect(runs.map((r) => r.out.slice(0, 4)).sort()).toEqual(['已升级：', '已是最新'])
    expect(postmasterOf(fresh)).toBeNull()
  })
})

describe('restore', () => {
  it('with the keys: passwords and names are as they were', async () => {
    const fresh = join(scratchFolder(), 'data')
    mkdirSync(fresh)
    cpSync(join(data, 'keys'), join(fresh, 'keys'), { recursive: true })
    const restored = await command(['restore', archive, '--data', fresh])
    expect(restored.code).toBe(0)
    expect(restored.out).toContain('已恢复')
    const server = await serve(['--data', fresh])
    const { status, headers } = await logIn(server, 'wang', password)
    expect(status).toBe(201)
    expect(await displayAt(server.address, headers)).toBe('王试')
    await server.stop()
    expect((await command(['audit', 'verify', '--data', fresh])).out).toContain('330100 完好')
    // Once only: what lives there now is not overwritten.
    expect((await command(['restore', archive, '--data', fresh])).code).toBe(1)
  })

  it('without the keys it is refused before anything is written', async () => {
    const fresh = join(scratchFolder(), 'data')
    const refused = await command(['restore', archive, '--data', fresh])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('密钥')
    expect(refused.err).toContain(join(fresh, 'keys'))
  })

  it('a damaged archive is refused', async () => {
    const fresh = join(scratchFolder(), 'data')
    cpSync(join(data, 'keys'), join(fresh, 'keys'), { recursive: true })
    const none = await command(['restore', join(home, 'none.tar'), '--data', fresh])
    expect(none.code).toBe(1)
    expect(none.err).toMatch(/[\u4e00-\u9fff]/)
  })
})

describe('audit verify', () => {
  it('ends with 1 when somebody with power over the database changed what is written', async () => {
    const server = await serve(['--data', data])
    const places = { dataDir: data, sealKeyFile: null, sealHeadsFile: null }
    const db = openDb(connection(data, 'app'), 2)
    await sealCounty(db, '330100', readSealKey(places), headAppender(places))
    await db.close()
    expect((await command(['audit', 'verify', '--data', data])).out).toMatch(/^330100 完好：封存 1 批/)
    const admin = await superuser(data)
    await admin.query(`update audit set after = after || '{"name": "改"}' where id = (select min(id) from audit)`)
    await admin.end()
    await server.stop()
    const verified = await command(['audit', 'verify', '--data', data])
    expect(verified.code).toBe(1)
    expect(verified.out).toContain('330100 有问题')
  })
})

describe('a start that cannot be', () => {
  it('a taken port: says so, and leaves no database behind', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((settle) => taken.once('listening', settle))
    const port = (taken.address() as AddressInfo).port
    const run = await command(['serve', '--port', String(port), '--data', data])
    taken.close()
    expect(run.code).toBe(1)
    expect(run.err).toContain(`端口 ${port} 已被占用`)
    expect(postmasterOf(data)).toBeNull()
  })

  it('a wrong configuration: names the key', async () => {
    const run = await command(['serve', '--data', data], { env: { YIPANQI_POOL: 'many' } })
    expect(run.code).toBe(2)
    expect(run.err).toContain('YIPANQI_POOL')
  })

  it('a damaged cluster: tells the database’s own reason at once', async () => {
    const broken = join(scratchFolder(), 'data')
    expect((await command(['migrate', '--data', broken])).code).toBe(0)
    const file = join(broken, 'postgres/cluster/postgresql.conf')
    appendFileSync(file, '\nno_such_setting = 1\n')
    const began = performance.now()
    const run = await command(['serve', '--data', broken])
    expect(run.code).toBe(1)
    expect(run.err).toContain('内置数据库起不来')
    expect(readFileSync(join(broken, 'postgres/postgres.log'), 'utf8')).toContain('no_such_setting')
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})
