// oxlint-disable vitest/expect-expect -- refused() expects
// Requests that are wrong in shape, address, query, key or origin: a typed error in Chinese, nothing half written.
import type { DocumentDetail, MatterDetail, MatterItem } from '@yipanqi/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../testing/harness.ts'
import { refusalIn, type Refusal, type Refused } from '../testing/refusal.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'
import { stageDocument, stageText, troupeOf, uploadFile, type Troupe } from '../testing/stage.ts'
import { createApp } from './app.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: TestCounty
let troupe: Troupe
let office: Client
let refused: Refusal
let consulting: DocumentDetail
let issued: DocumentDetail

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await testCounty(house)
  troupe = await troupeOf(house, county)
  office = troupe.office
  refused = refusalIn(county.code, owner, office)
  consulting = await stageDocument(troupe, '坏请求', 'consulting')
  issued = await stageDocument(troupe, '坏请求', 'issued')
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const json = { 'Content-Type': 'application/json' }
const paper = { text: '发改局要牵头建好项目库，年底前入库项目不少于120个。', scope: 'internal', declarer: '陈测' }
const postJson = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  office.raw(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })

describe('bodies', () => {
  const review = () => `/documents/${issued.id}/actions/review`
  it.each(['{"version": 1', '', 'null', '[]', '"x"', '{"version": 1}}', 'NaN', '\u0000'])(
    '%j is no request',
    async (body) => {
      for (const path of [review(), '/documents', '/sessions', '/matters/merge'])
        await refused(400, null, () => office.raw(path, { method: 'POST', headers: json, body }))
    },
  )

  it('broken JSON is called so', async () => {
    for (const path of [review(), '/documents', '/sessions'])
      await refused(400, 'bad-json', () => office.raw(path, { method: 'POST', headers: json, body: '{"version": 1' }))
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', 'text/plain; application/json'])(
    'a body of type %s is not taken for JSON',
    async (type) => {
      for (const path of [review(), '/documents', '/sessions', '/accounts/first-password']) {
        const body = JSON.stringify({ ...paper, version: issued.version, account: 'a', password: 'b' })
        await refused(415, 'not-json', () =>
          office.raw(path, { method: 'POST', headers: { 'Content-Type': type }, body }),
        )
      }
    },
  )

  it('deep nesting and polluting keys do no harm', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    for (const path of [review(), '/documents'])
      await refused(400, null, () => office.raw(path, { method: 'POST', headers: json, body: `{"version": ${deep}}` }))
    await refused(400, null, () =>
      office.raw(review(), { method: 'POST', headers: json, body: '{"__proto__": {"version": 1}, "constructor": 1}' }),
    )
    expect(({} as { version?: number }).version).toBeUndefined()
  })

  it.each([-1, 1.5, '1', null, 1e300, Number.MAX_SAFE_INTEGER + 1])('version %j is none', async (version) => {
    await refused(400, 'invalid', () => postJson(review(), { version }))
  })

  it('a stale version says which is now', async () => {
    const body = await refused(409, 'stale', () => postJson(review(), { version: 0 }))
    expect(body.error.why).toContain(String(issued.version))
  })

  it.each(['2026-02-30', '2026-13-01', '0000-00-00', '26-1-1', '2026-1-1', 'today', '９９９９-12-31'])(
    'the day %s is none',
    async (day) => {
      const [matter] = consulting.matters as [MatterItem]
      await refused(400, 'invalid', () =>
        office.raw(`/matters/${matter.id}`, {
          method: 'PATCH',
          headers: json,
          body: JSON.stringify({ version: matter.version, deadline: day }),
        }),
      )
      await refused(400, 'invalid', () => postJson('/documents', { ...paper, date: day }))
      await refused(400, 'invalid', () =>
        postJson(`/documents/${issued.id}/actions/issue`, {
          version: issued.version,
          number: '甲〔2026〕1号',
          date: day,
        }),
      )
      expect((await office.get(`/matters?deadlineFrom=${encodeURIComponent(day)}`)).status).toBe(400)
    },
  )

  it('a far day is quick to count with', async () => {
    const [matter] = consulting.matters as [MatterItem]
    const began = performance.now()
    for (const deadline of ['9999-12-31', '0001-01-01']) {
      const now = (await office.get<MatterDetail>(`/matters/${matter.id}`)).body
      const set = await office.patch<Refused>(`/matters/${matter.id}`, { version: now.version, deadline })
      expect([200, 400]).toContain(set.status)
    }
    const now = (await office.get<MatterDetail>(`/matters/${matter.id}`)).body
    await office.patch(`/matters/${matter.id}`, { version: now.version, deadline: '2026-12-31' })
    consulting = (await office.get<DocumentDetail>(`/documents/${consulting.id}`)).body
    expect(performance.now() - began).toBeLessThan(5000)
  })

  it('figures beyond all measure are refused', async () => {
    const [matter] = consulting.matters as [MatterItem]
    const target = { indicator: '数', relation: '>=', basis: 'count', to: null, unit: '个', masked: false }
    for (const value of ['1e400', '1e308', '-1e300'])
      await refused(400, 'invalid', () =>
        office.raw(`/matters/${matter.id}`, {
          method: 'PATCH',
          headers: json,
          body: `{"version": ${matter.version}, "target": ${JSON.stringify({ ...target, value: 0 }).replace('"value":0', `"value":${value}`)}}`,
        }),
      )
  })

  it('a unit, a leader or a file of another county is none here', async () => {
    const other = await testCounty(house)
    const [matter] = consulting.matters as [MatterItem]
    const patch = (body: object) => () =>
      office.raw(`/matters/${matter.id}`, {
        method: 'PATCH',
        headers: json,
        body: JSON.stringify({ version: matter.version, ...body }),
      })
    await refused(400, 'invalid', patch({ lead: other.units.fagai.id }))
    await refused(400, 'invalid', patch({ leader: other.leader }))
    await refused(400, 'invalid', patch({ supports: [{ unit: other.units.fagai.id }] }))
    await refused(400, 'invalid', patch({ lead: county.units.shuiwu.id }))
    const unit = other.units.fagai.id
    await refused(400, 'invalid', () =>
      troupe.fagai.raw(`/matters/${matter.id}/actions/answer`, {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ version: matter.version, opinion: 'reassign', text: '不归我们', suggestedUnit: unit }),
      }),
    )
    const stranger = await troupeOf(house, other)
    const foreign = { id: await uploadFile(stranger.office, '签批单') }
    await refused(422, 'unknown-file', () =>
      postJson(`/matters/${matter.id}/actions/answer`, {
        version: matter.version,
        opinion: 'agree',
        forUnit: county.units.fagai.id,
        onPaper: { by: '李', date: '2026-05-20', file: foreign.id },
      }),
    )
    await refused(422, 'unknown-file', () =>
      postJson(`/documents/${consulting.id}/actions/sign-off`, {
        version: consulting.version,
        onPaper: { by: '李', date: '2026-05-20', file: foreign.id },
      }),
    )
  })
})

describe('addresses', () => {
  it.each(['0', '-1', '1.5', 'abc', '1e3', '9'.repeat(17), '9'.repeat(400), '%00', '٣', "1'--", '1%20or%201=1'])(
    'the id %s is none',
    async (id) => {
      for (const path of ['matters', 'documents', 'files', 'answers']) {
        const answer =
          path === 'answers'
            ? await postJson(`/answers/${id}/adopt`, { version: 0, adopted: true, note: 'x' })
            : await office.raw(`/${path}/${id}`)
        expect([path, [400, 404].includes(answer.status), answer.status]).toEqual([path, true, answer.status])
        expect(((await answer.json()) as Refused).error.message).toMatch(/[一-鿿]/)
      }
    },
  )

  it.each(['9007199254740991', '9999999999999999'])('the id %s is nobody', async (id) => {
    for (const path of ['matters', 'documents', 'files']) expect((await office.raw(`/${path}/${id}`)).status).toBe(404)
  })

  it.each([
    'stat=issued',
    'state=gone',
    'limit=0',
    'limit=201',
    'limit=abc',
    'count=all',
    'sort=title',
    'sort=-deadline&sort=deadline',
    'after=x',
    'after=%00',
    'unit=1;2',
    'lead=1e3',
    'deadlineFrom=2026-02-30',
    'deadlineFrom=2026-12-31&deadlineTo=2026-01-01',
    'overdue=1',
    `text=${'字'.repeat(61)}`,
    `text=${'x'.repeat(5000)}`,
    'constructor=1',
  ])('the query %s is refused by name', async (query) => {
    const body = await refused(400, 'invalid', () => office.raw(`/matters?${query}`))
    expect(body.error.fields?.length).toBeGreaterThan(0)
  })

  it('a cursor is good for its own list and sort only', async () => {
    const page = await office.get<{ next: string }>('/matters?limit=1&sort=deadline')
    const cursor = encodeURIComponent(page.body.next)
    expect((await office.get(`/matters?limit=1&sort=deadline&after=${cursor}`)).status).toBe(200)
    for (const query of [
      `sort=-deadline&after=${cursor}`,
      `sort=updated&after=${cursor}`,
      `after=${cursor.slice(0, -1)}`,
    ])
      await refused(400, 'invalid', () => office.raw(`/matters?${query}`))
    await refused(400, 'invalid', () => office.raw(`/documents?after=${cursor}`))
  })

  it('a path that is none, and a method that is none', async () => {
    await refused(404, 'no-such-route', () => office.raw('/nowhere'))
    await refused(404, 'no-such-route', () => office.raw('/matters/1', { method: 'DELETE' }))
    await refused(404, 'no-such-route', () => office.raw('/documents', { method: 'PUT', body: '{}' }))
    const app = createApp(house)
    for (const path of ['/api/v1/%E0%A4%A', '/api/v1/matters/%ff'])
      expect([400, 404]).toContain((await app.request(path)).status)
    // Beside the API any path is the web app's own: what it answers is never a file outside its folder.
    for (const path of [
      '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
      '/assets/..%2f..%2f..%2fpackage.json',
      '/..\\..\\package.json',
    ])
      expect(await (await app.request(path)).text()).not.toMatch(/root:|"name"/)
  })
})

describe('Idempotency-Key', () => {
  const key = (name: string) => ({ 'Idempotency-Key': name })
  const count = async (title: string) =>
    (await owner.query('select 1 from document where county = $1 and title = $2', [county.code, title])).length

  it('replays the same body, refuses another, and another path', async () => {
    const body = { ...paper, title: '只要一份' }
    const first = await office.post('/documents', body, key('once'))
    const again = await office.post('/documents', body, key('once'))
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    await refused(422, 'key-reused', () => postJson('/documents', { ...body, title: '另一份' }, key('once')))
    await refused(422, 'key-reused', () =>
      postJson(`/documents/${issued.id}/actions/review`, { version: issued.version }, key('once')),
    )
    expect(await count('只要一份')).toBe(1)
  })

  it('belongs to its account', async () => {
    const party = await clientOf(house, county.people.party)
    const other = await party.post('/documents', { ...paper, title: '只要一份' }, key('once'))
    expect(other.status).toBe(403)
  })

  it('acts once when the same request comes eight times at once', async () => {
    const body = { ...paper, title: '同时一份' }
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => office.post<DocumentDetail>('/documents', body, key('burst'))),
    )
    expect(answers.map((a) => a.status)).toEqual(Array.from({ length: 8 }, () => 201))
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(1)
    expect(await count('同时一份')).toBe(1)
  })

  it('does not keep a refusal: the mended request may use it', async () => {
    await refused(400, 'invalid', () => postJson('/documents', { ...paper, title: '改好再来', text: ' ' }, key('mend')))
    expect((await office.post('/documents', { ...paper, title: '改好再来' }, key('mend'))).status).toBe(201)
  })

  it('that is too long is refused', async () => {
    await refused(400, 'invalid', () => postJson('/documents', paper, key('k'.repeat(129))))
  })
})

describe('Origin', () => {
  const from = (origin: string | null, host = 'yipanqi.local') =>
    office.raw('/documents', {
      method: 'POST',
      headers: { ...json, Host: host, ...(origin === null ? {} : { Origin: origin }) },
      body: JSON.stringify({ ...paper, text: stageText('来源') }),
    })

  it.each(['http://evil.example', 'null', 'http://yipanqi.local.evil.example', 'http://yipanqi.local:81', 'nonsense'])(
    '%s is refused',
    (origin) => refused(403, 'foreign-origin', () => from(origin)).then(() => undefined),
  )

  it('our own works, and a program without one', async () => {
    expect((await from('http://yipanqi.local')).status).toBe(201)
    expect((await from(null)).status).toBe(201)
  })

  it('is asked of logging in and out too', async () => {
    const evil = { Origin: 'http://evil.example', Host: 'yipanqi.local' }
    await refused(403, 'foreign-origin', () => postJson('/sessions', { account: 'a', password: 'b' }, evil))
    await refused(403, 'foreign-origin', () => office.raw('/sessions/current', { method: 'DELETE', headers: evil }))
  })
})
