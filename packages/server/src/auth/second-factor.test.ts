// Two steps to log in: required of the three administrators, never by-passed, no code taken twice.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Clock } from '../clock.ts'
import type { House } from '../house.ts'
import { clientOf, testCounty, testHouse, testPassword, type Client, type TestCounty } from '../testing/harness.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'
import { codeAt, stepOf } from './totp.ts'

type Refused = { error: { code: string; message: string } }
let easy: House & { close(): Promise<void> }
let house: House
let owner: Owner
let county: TestCounty
let nobody: Client
// Time goes on by half-minutes, as a test asks for it.
let now = new Date('2026-05-21T10:00:00+08:00').getTime()
const clock: Clock = { now: () => new Date(now), today: () => '2026-05-21' }
const nextStep = () => {
  now += 30_000
}

beforeAll(async () => {
  easy = await testHouse(clock)
  house = { ...easy, config: { ...easy.config, adminTotp: 'required' } }
  owner = await openOwner()
  county = await testCounty(easy)
  nobody = await clientOf(house, null)
})
afterAll(async () => {
  await owner.close()
  await easy.close()
})

const logIn = (account: string, code?: string, password = testPassword) =>
  nobody.post<Refused & { token: string }>('/sessions', { account, password, token: true, ...(code ? { code } : {}) })
const decode = (text: string) => {
  const bits = [...text].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((b) => Number.parseInt(b, 2)))
}
async function bind(account: string, code?: string): Promise<{ secret: Buffer; codes: string[] }> {
  const asked = { account, password: testPassword }
  const proposed = await nobody.post<{ secret: string; uri: string }>('/second-factor', {
    ...asked,
    ...(code ? { code } : {}),
  })
  expect(proposed.status).toBe(200)
  const secret = decode(proposed.body.secret)
  nextStep()
  const confirmed = await nobody.post<{ codes: string[] }>('/second-factor/confirm', {
    ...asked,
    code: codeAt(secret, stepOf(clock.now())),
  })
  expect(confirmed.status).toBe(200)
  return { secret, codes: confirmed.body.codes }
}
const code = (secret: Buffer) => codeAt(secret, stepOf(clock.now()))

describe('an administrator', () => {
  it('binds a phone before the first session, then gives a code each time', async () => {
    const account = county.people.admin
    expect((await logIn(account)).body.error.code).toBe('enrol-first')
    const { secret, codes } = await bind(account)
    expect(new Set(codes).size).toBe(10)
    expect((await logIn(account)).body.error.code).toBe('code-wanted')
    // The code that bound the phone is spent.
    expect((await logIn(account, code(secret))).body.error.code).toBe('wrong-code')
    nextStep()
    expect((await logIn(account, code(secret))).status).toBe(201)
    expect((await logIn(account, code(secret))).body.error.code).toBe('wrong-code')
  })

  it('two logins at once with one code: one gets in', async () => {
    const { secret } = await bind(county.people.auditor)
    nextStep()
    const tries = await Promise.all([1, 2, 3].map(() => logIn(county.people.auditor, code(secret))))
    expect(tries.map((t) => t.status).sort()).toEqual([201, 401, 401])
  })

  it('without the phone a recovery code opens, once; the old phone or a recovery code is needed for a new one', async () => {
    const account = county.people.security
    const { codes } = await bind(account)
    expect((await logIn(account, codes[0]?.toUpperCase())).status).toBe(201)
    expect((await logIn(account, codes[0])).body.error.code).toBe('wrong-code')
    const again = { account, password: testPassword }
    expect((await nobody.post<Refused>('/second-factor', again)).body.error.code).toBe('code-wanted')
    const { secret } = await bind(account, codes[1])
    // The codes of the first phone ended with it.
    expect((await logIn(account, codes[2])).body.error.code).toBe('wrong-code')
    nextStep()
    expect((await logIn(account, code(secret))).status).toBe(201)
  })

  it('five wrong codes lock, as wrong passwords do', async () => {
    const other = await testCounty(easy)
    const account = other.people.admin
    await bind(account)
    const codes = []
    for (let i = 0; i < 6; i += 1) codes.push((await logIn(account, '000000')).body.error.code)
    expect(codes.at(-1)).toBe('locked')
  })

  it('the secret stands sealed, the codes hashed, and the audit knows neither', async () => {
    const [row] = await owner.query<{ secret: Buffer; all: string }>(
      `select s.secret, (select string_agg(a::text, ' ') from audit a where a.tbl in ('second_factor', 'recovery_code') and a.county = $1) as all
       from second_factor s where s.county = $1 and s.secret is not null limit 1`,
      [county.code],
    )
    expect(row?.secret.length).toBeGreaterThan(60)
    expect(row?.all).toContain('confirmed_at')
    expect(row?.all).not.toMatch(/"(secret|proposed|hash)"/)
  })
})

it('nobody else needs one, and a wrong password says nothing about it', async () => {
  expect((await logIn(county.people.leader)).status).toBe(201)
  expect((await logIn(county.people.admin, undefined, 'wrong-password')).body.error.code).toBe('wrong-password')
})

it('a lost phone: the security administrator lets another bind a new one, never their own', async () => {
  const lost = await testCounty(easy)
  await bind(lost.people.admin)
  const security = await clientOf(easy, lost.people.security)
  const [row] = await owner.query<{ id: string }>('select id from account where name = $1', [lost.people.admin])
  const done = await security.post(`/accounts/${row?.id}/actions/reset-second-factor`, { version: 0 })
  expect(done.status).toBe(200)
  expect((await logIn(lost.people.admin)).body.error.code).toBe('enrol-first')
})

it('confirming without a first step is refused', async () => {
  const asked = { account: county.people.leader, password: testPassword, code: '123456' }
  expect((await nobody.post<Refused>('/second-factor/confirm', asked)).body.error.code).toBe('nothing-proposed')
})
