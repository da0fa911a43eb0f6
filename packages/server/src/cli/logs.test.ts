// Logs are kept for months and read by many: what people are called, wrote or chose as a password is in none of them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { build, cleanUp, connection, logIn, scratchFolder, serve, superuser, type Server } from './testing/command.ts'

const secret = {
  name: '欧阳测密',
  phone: '13912345678',
  password: 'pass-w0rd-marker',
  text: '由县财政局牵头办理暗记事项',
}
const marks = [...Object.values(secret), '暗记']

let data: string
let server: Server

beforeAll(async () => {
  build()
  data = join(scratchFolder(), 'data')
  server = await serve(['--sample', '--data', data])
})
afterAll(() => cleanUp())

/** What the server wrote after it had told its accounts. */
const logged = () => server.output().slice(server.output().indexOf('样例台账已备齐'))

describe('the server’s log', () => {
  it('is JSON lines with request, method, path, status and time, and nothing of what was sent', async () => {
    const account = server.accounts.find((a) => a.role === 'dispatcher')
    const { headers } = await logIn(server, account?.name ?? '', account?.password ?? '')
    await logIn(server, account?.name ?? '', secret.password)
    await logIn(server, `x-${secret.phone}`, secret.password)
    const json = { ...headers, 'Content-Type': 'application/json' }
    const send = (path: string, body: string) =>
      fetch(`${server.address}/api/v1${path}`, { method: 'POST', headers: json, body })
    const document = {
      title: `${secret.name}的讲话`,
      text: secret.text,
      date: '2026-02-09',
      scope: 'internal',
      declarer: secret.name,
    }
    expect((await send('/documents', JSON.stringify(document))).status).toBe(201)
    await send('/documents', `{"title": "${secret.name}`)
    await send('/documents', JSON.stringify({ ...document, date: secret.phone }))
    await fetch(`${server.address}/api/v1/matters?text=${encodeURIComponent(secret.name)}&unit=${secret.phone}`, {
      headers,
    })
    await fetch(`${server.address}/no-such-page?name=${encodeURIComponent(secret.name)}`)

    const requests = () =>
      logged()
        .split('\n')
        .slice(1, -1)
        .map((line) => JSON.parse(line) as Record<string, unknown>)
        .filter((l) => 'path' in l)
    // Lines are written beside the work: the last one may come after its answer.
    await vi.waitFor(() => expect(requests().length).toBeGreaterThanOrEqual(8), { timeout: 10_000 })
    for (const line of requests())
      expect(Object.keys(line).sort()).toEqual(['level', 'method', 'ms', 'path', 'request', 'status', 'time'])
    for (const mark of [...marks, encodeURIComponent(secret.name), account?.name, account?.password, 'Bearer'])
      expect(logged(), String(mark)).not.toContain(mark)
  })

  it('an error inside has a number to look it up by, and its stack, and no row', async () => {
    const account = server.accounts.find((a) => a.role === 'dispatcher')
    const { headers } = await logIn(server, account?.name ?? '', account?.password ?? '')
    const admin = await superuser(data)
    await admin.query('alter table document rename to document_away')
    const broken = await fetch(`${server.address}/api/v1/documents`, { headers })
    await admin.query('alter table document_away rename to document')
    await admin.end()
    expect(broken.status).toBe(500)
    expect(JSON.stringify(await broken.json())).not.toContain('document_away')
    await vi.waitFor(() => expect(logged()).toContain('"code":"internal"'), { timeout: 10_000 })
    for (const mark of marks) expect(logged()).not.toContain(mark)
  })
})

describe('the database’s log', () => {
  it('names an error without its row or statement', async () => {
    const app = new pg.Client(connection(data, 'app'))
    await app.connect()
    const refused = app.query(
      `insert into unit (county, code, name, short, kind) values ('000000', 'x', '${secret.name}', '${secret.phone}', '暗记')`,
    )
    await expect(refused).rejects.toMatchObject({ code: '42501' })
    await app.end()
    const owner = new pg.Client(connection(data, 'owner'))
    await owner.connect()
    const failing = owner.query('insert into county (code, name) values ($1, $2)', [secret.phone, secret.name])
    await expect(failing).rejects.toMatchObject({ code: '23514' })
    await owner.end()
    const log = readFileSync(join(data, 'postgres/postgres.log'), 'utf8')
    expect(log).toContain('violates check constraint')
    for (const mark of marks) expect(log, mark).not.toContain(mark)
  })
})
