// Where the database may live: out of its user's reach as root, or in an ordinary user's own folder.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { build, cleanUp, isAlive, logIn, postmasterOf, root, scratchFolder, serve } from './testing/command.ts'

const isRoot = process.getuid?.() === 0
const ordinary = 1000
/** The checkout may lie in a folder that nobody else may enter (a CI machine's /root): then there is nothing to try. */
const readable =
  isRoot &&
  spawnSync('/bin/sh', ['-c', 'test -r package.json'], { cwd: root, uid: ordinary, gid: ordinary }).status === 0

const elsewhere: string[] = []
beforeAll(build)
afterAll(() => cleanUp(elsewhere))

it.skipIf(!isRoot)(
  'as root below a 700 folder: another place is taken, printed, used again and left clean',
  async () => {
    const closed = scratchFolder(0o700)
    const data = join(closed, 'data')
    const server = await serve(['--sample', '--data', data])
    const place = /内置数据库改放在 (\S+)/.exec(server.output())?.[1] ?? ''
    elsewhere.push(place)
    expect(place).toMatch(/^\/(var\/lib|tmp)\/yipanqi-/)
    expect(existsSync(join(data, 'postgres/cluster'))).toBe(false)
    expect(statSync(place).mode & 0o777).toBe(0o700)
    const account = server.accounts[0]
    expect((await logIn(server, account?.name ?? '', account?.password ?? '')).status).toBe(201)
    expect(await server.stop()).toMatchObject({ code: 0 })
    const again = await serve(['--sample', '--data', data])
    expect(again.output()).toContain(place)
    expect((await logIn(again, account?.name ?? '', account?.password ?? '')).status).toBe(201)
    const postmaster = postmasterOf(place) as number
    expect(await again.stop()).toMatchObject({ code: 0 })
    expect(isAlive(postmaster)).toBe(false)
  },
)

it.skipIf(!readable)('as an ordinary user in a folder of theirs', async () => {
  const home = scratchFolder(0o700, ordinary)
  const data = join(home, 'data')
  const server = await serve(['--data', data], { uid: ordinary, env: { HOME: home } })
  expect(server.output()).toContain('county add')
  expect((await fetch(`${server.address}/ready`)).status).toBe(200)
  expect(statSync(join(data, 'postgres/cluster')).uid).toBe(ordinary)
  expect(await server.stop()).toMatchObject({ code: 0 })
  expect(postmasterOf(data)).toBeNull()
})

it('a path too long for a socket', async () => {
  const data = join(scratchFolder(), '很长的数据夹名'.repeat(6), 'data')
  mkdirSync(data, { recursive: true })
  const server = await serve(['--data', data])
  expect((await fetch(`${server.address}/ready`)).status).toBe(200)
  expect(await server.stop()).toMatchObject({ code: 0 })
})
