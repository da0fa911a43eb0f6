// A house for tests: the real app over the real database, with a county of its own and people to ask as.
import type { Post } from '@yipanqi/model'
import { randomInt } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { fixedClock, type Clock } from '../clock.ts'
import { readConfig } from '../config/read-config.ts'
import { systemActor } from '../db/actor.ts'
import { readMasterKey } from '../db/personal/master-key.ts'
import { openDb } from '../db/with-actor.ts'
import { diskStore } from '../files/store.ts'
import type { House } from '../house.ts'
import { createApp } from '../http/app.ts'
import { openapiInfo } from '../http/docs.ts'
import { openLive } from '../live/live.ts'
import { createAccount, createCounty } from '../seed/create.ts'
import { responseCheck, type OpenApi, type ResponseCheck } from './validate-response.ts'

export const testToday = '2026-05-21'
export const testPassword = 'test-password-1'

export function ownerConfig(): pg.PoolConfig {
  return JSON.parse(process.env['YIPANQI_TEST_OWNER'] ?? '{}') as pg.PoolConfig
}

export function appConfig(): pg.PoolConfig {
  return JSON.parse(process.env['YIPANQI_TEST_APP'] ?? '{}') as pg.PoolConfig
}

/** A house on the test database. Close it in afterAll. */
export async function testHouse(clock: Clock = fixedClock(testToday)): Promise<House & { close(): Promise<void> }> {
  const folder = mkdtempSync(join(process.env['YIPANQI_TEST_DATA'] ?? '/tmp', 'house-'))
  const db = openDb(appConfig(), 4)
  const live = await openLive(appConfig(), () => undefined)
  return {
    config: readConfig({ YIPANQI_ADMIN_TOTP: 'optional' }, { dataDir: folder }),
    db,
    clock,
    log: pino({ level: 'silent' }),
    live,
    files: diskStore(join(folder, 'files')),
    // One master key for the run: people of one test file may be opened by another house of the same file.
    master: readMasterKey(process.env['YIPANQI_TEST_DATA'] ?? folder),
    async close() {
      await live.close()
      await db.close()
    },
  }
}

export interface TestUnit {
  readonly id: number
  readonly name: string
}

export interface TestCounty {
  readonly code: string
  readonly units: Record<
    'office' | 'fagai' | 'gongxin' | 'jinrong' | 'zhujian' | 'jiaoyu' | 'shuiwu' | 'town',
    TestUnit
  >
  readonly leader: number
  /** Account name of each person made. */
  readonly people: Record<
    | 'dispatcher'
    | 'party'
    | 'government'
    | 'leader'
    | 'fagaiHead'
    | 'fagaiLiaison'
    | 'gongxinHead'
    | 'townHead'
    | 'admin'
    | 'security'
    | 'auditor',
    string
  >
}

const names: Record<keyof TestCounty['units'], [string, string, boolean]> = {
  office: ['县委财经委员会办公室', '党委', true],
  fagai: ['县发展和改革局', '政府', true],
  gongxin: ['县工业和信息化局', '政府', true],
  jinrong: ['县金融发展服务中心', '事业', true],
  zhujian: ['县住房和城乡建设局', '政府', true],
  jiaoyu: ['县教育局', '政府', true],
  shuiwu: ['国家税务总局县税务局', '垂管', false],
  town: ['青田镇', '乡镇', true],
}

const posts: Record<keyof TestCounty['people'], [Post, keyof TestCounty['units']]> = {
  dispatcher: ['dispatcher', 'office'],
  party: ['supervisor-party', 'office'],
  government: ['supervisor-government', 'office'],
  leader: ['leader', 'office'],
  fagaiHead: ['unit-head', 'fagai'],
  fagaiLiaison: ['liaison', 'fagai'],
  gongxinHead: ['unit-head', 'gongxin'],
  townHead: ['township-head', 'town'],
  admin: ['system-admin', 'office'],
  security: ['security-admin', 'office'],
  auditor: ['audit-admin', 'office'],
}

/** A fresh county with eight units, a leader, the 银川 rule adopted, and eleven people (password: testPassword). */
export async function testCounty(house: House): Promise<TestCounty> {
  const code = String(randomInt(100_000, 999_999))
  const owner = new pg.Client(ownerConfig())
  await owner.connect()
  await createCounty(owner, code, `测${code}县`)
  await owner.end()
  return house.db.withActor(systemActor(code, 'test'), async (trx) => {
    const units = {} as Record<keyof TestCounty['units'], TestUnit>
    for (const [position, [key, [name, kind, mayLead]]] of Object.entries(names).entries()) {
      const row = await trx
        .insertInto('unit')
        .values({
          county: code,
          code: key,
          name,
          short: name.replace(/^县/, ''),
          kind,
          parent: null,
          may_lead: mayLead,
          aliases: '[]',
          valid_to: null,
          successor: null,
          position,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      units[key as keyof TestCounty['units']] = { id: row.id, name }
    }
    const leader = await trx
      .insertInto('county_leader')
      .values({
        county: code,
        name: '周测',
        post: '常务副县长',
        units: [units.fagai.id],
        valid_from: '2020-01-01',
        valid_to: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('light_scheme')
      .values({
        county: code,
        name: '测试亮灯办法',
        document_number: '测委办〔2026〕8号',
        article: '第五条',
        preset: 'yinchuan-2025',
        parameters: '{}',
        effective_from: '2020-01-01',
        effective_to: null,
      })
      .execute()
    const people = {} as Record<keyof TestCounty['people'], string>
    for (const [key, [post, unit]] of Object.entries(posts)) {
      const name = `${key.toLowerCase()}-${code}`
      await createAccount(trx, house.master, {
        county: code,
        name,
        display: `测${key}`,
        unit: units[unit].id,
        post,
        leader: post === 'leader' ? leader.id : null,
        password: testPassword,
      })
      people[key as keyof TestCounty['people']] = name
    }
    return { code, units, leader: leader.id, people }
  })
}

export interface Answer<T = never> {
  readonly status: number
  readonly body: T
  readonly headers: Headers
}

export interface Client {
  get<T = Record<string, unknown>>(path: string, headers?: Record<string, string>): Promise<Answer<T>>
  post<T = Record<string, unknown>>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>>
  patch<T = Record<string, unknown>>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>>
  raw(path: string, init?: RequestInit): Promise<Response>
}

let check: ResponseCheck | null = null

/** Throws where an answer does not keep to the OpenAPI document. Reads a copy: the caller still has the body. */
export async function checkAnswer(app: App, method: string, url: string, response: Response): Promise<void> {
  check ??= responseCheck(app.getOpenAPI31Document(openapiInfo) as unknown as OpenApi)
  const type = (response.headers.get('Content-Type') ?? '').split(';')[0]?.trim() ?? ''
  const body = type === 'application/json' ? await response.clone().json() : null
  const path = new URL(url, 'http://local').pathname
  // Downloads carry their own type; the document calls them all octets.
  const download = response.headers.has('Content-Disposition')
  const problems = check({ method, path, status: response.status, body, type: download ? octets : type })
  if (problems.length > 0) throw new Error(`the answer is not as documented\n${problems.join('\n')}`)
}

const octets = 'application/octet-stream'
type App = ReturnType<typeof createApp>

/**
 * Somebody logged in (or nobody: account null) who speaks HTTP to the app. Paths are below /api/v1. Every answer is
 * held against the OpenAPI document.
 */
export async function clientOf(house: House, account: string | null): Promise<Client> {
  const app = createApp(house)
  const headers: Record<string, string> = {}
  const raw = async (path: string, init: RequestInit = {}) => {
    const asked = { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } }
    const response = await app.request(`/api/v1${path}`, asked)
    await checkAnswer(app, init.method ?? 'GET', `/api/v1${path}`, response)
    return response
  }
  const send = async <T>(
    method: string,
    path: string,
    body: unknown,
    extra: Record<string, string> = {},
  ): Promise<Answer<T>> => {
    const response = await raw(path, {
      method,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...extra },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as T, headers: response.headers }
  }
  const client: Client = {
    get: (path, extra) => send('GET', path, undefined, extra),
    post: (path, body, extra) => send('POST', path, body, extra),
    patch: (path, body, extra) => send('PATCH', path, body, extra),
    raw,
  }
  if (account !== null) {
    const opened = await client.post<{ token: string }>('/sessions', { account, password: testPassword, token: true })
    if (opened.status !== 201) throw new Error(`login of ${account}: ${opened.status} ${JSON.stringify(opened.body)}`)
    headers['Authorization'] = `Bearer ${opened.body.token}`
  }
  return client
}
