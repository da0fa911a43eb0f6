// Who may not: every endpoint of the document is asked by nobody, by somebody whose session has ended, by another
// county, by a unit without a part, by the wrong post and by the administrators. An endpoint without a row here fails.
import type { DocumentDetail, MatterDetail, MatterItem } from '@yipanqi/model'
import { hashToken } from '../auth/tokens.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { administratorRows } from '../testing/administrator-rows.ts'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../testing/harness.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'
import { importRows, stageImport, type LedgerImports } from '../testing/import-rows.ts'
import { listRows, stageView, type LedgerViews } from '../testing/list-rows.ts'
import { lexiconRows, stageLexicon, type LedgerLexicon } from '../testing/lexicon-rows.ts'
import { leaderRows, type CountyLeader } from '../testing/leader-rows.ts'
import { ownRows, stageOwn, type LedgerOwn } from '../testing/own-rows.ts'
import { recordRows, stageRecord, type LedgerRecords } from '../testing/record-rows.ts'
import { reviewRows } from '../testing/review-rows.ts'
import { act, stageDocument, troupeOf, uploadFile } from '../testing/stage.ts'
import type { OpenApi } from '../testing/validate-response.ts'
import { createApp } from './app.ts'

/** Existing records of the county, each where the action would be possible. */
interface Records extends LedgerRecords, LedgerViews, LedgerImports, LedgerOwn, LedgerLexicon, CountyLeader {
  draft: DocumentDetail
  reviewed: DocumentDetail
  consulting: DocumentDetail
  signedOff: DocumentDetail
  issued: DocumentDetail
  underWay: MatterDetail
  closing: MatterDetail
  answer: number
  file: number
}
type Refused = { error: { code: string } }
type Person = keyof TestCounty['people']
interface Asked {
  path: string
  body?: unknown
  form?: FormData
}
interface Row {
  ask: (r: Records) => Asked
  /** Works without a session. */
  open?: true
  /** Answers about the caller's own county and part only: nothing of the others' may stand in it. */
  own?: true
  /** Units get 403 before the record is even looked up, where 404 is not what they get. */
  outsider?: 403
  /** Somebody who sees the record but whose part it is not: 403, with who could. */
  wrong?: Person
}

const first = (d: DocumentDetail) => d.matters[0] as MatterItem
const at = (d: DocumentDetail | MatterDetail | MatterItem) => ({ version: d.version })
const text = { text: '试一试' }

const table: Record<string, Row> = {
  ...listRows,
  ...importRows,
  ...recordRows,
  ...ownRows,
  ...leaderRows,
  ...reviewRows,
  ...lexiconRows,
  'get /health': { ask: () => ({ path: '/health' }), open: true },
  'post /sessions': { ask: () => ({ path: '/sessions', body: { account: 'nobody', password: 'x' } }), open: true },
  'delete /sessions/current': { ask: () => ({ path: '/sessions/current' }), open: true },
  'post /accounts/first-password': {
    ask: () => ({
      path: '/accounts/first-password',
      body: { account: 'nobody', code: '12345678', password: 'abcdefghij1' },
    }),
    open: true,
  },
  'post /second-factor': {
    ask: () => ({ path: '/second-factor', body: { account: 'nobody', password: 'x' } }),
    open: true,
  },
  'post /second-factor/confirm': {
    ask: () => ({ path: '/second-factor/confirm', body: { account: 'nobody', password: 'x', code: '123456' } }),
    open: true,
  },
  'post /me/password': {
    ask: () => ({ path: '/me/password', body: { current: 'not-the-one', password: 'abcdefghij1' } }),
    own: true,
  },
  'get /me': { ask: () => ({ path: '/me' }), own: true },
  'get /home': { ask: () => ({ path: '/home' }), own: true },
  'get /units': { ask: () => ({ path: '/units' }), own: true },
  'get /leaders': { ask: () => ({ path: '/leaders' }), own: true },
  'get /documents': { ask: () => ({ path: '/documents?count=exact' }), own: true },
  'post /documents': {
    ask: () => ({ path: '/documents', body: { text: '一、工作\n要抓好落实。', scope: 'internal', declarer: '陈' } }),
    own: true,
    wrong: 'fagaiHead',
  },
  'get /documents/{id}': { ask: (r) => ({ path: `/documents/${r.consulting.id}` }) },
  'post /documents/{id}/actions/review': {
    ask: (r) => ({ path: `/documents/${r.draft.id}/actions/review`, body: at(r.draft) }),
    wrong: 'party',
  },
  'post /documents/{id}/actions/consult': {
    ask: (r) => ({ path: `/documents/${r.reviewed.id}/actions/consult`, body: at(r.reviewed) }),
    wrong: 'party',
  },
  'post /documents/{id}/actions/sign-off': {
    ask: (r) => ({ path: `/documents/${r.consulting.id}/actions/sign-off`, body: at(r.consulting) }),
    wrong: 'fagaiHead',
  },
  'post /documents/{id}/actions/issue': {
    ask: (r) => ({
      path: `/documents/${r.signedOff.id}/actions/issue`,
      body: { ...at(r.signedOff), number: '冒名〔2026〕1号', date: '2026-02-12' },
    }),
    wrong: 'leader',
  },
  'get /documents/{id}/consultation': { ask: (r) => ({ path: `/documents/${r.consulting.id}/consultation` }) },
  'post /documents/{id}/matters': {
    ask: (r) => ({ path: `/documents/${r.draft.id}/matters`, body: { ...at(r.draft), start: 0, end: 12 } }),
    outsider: 403,
    wrong: 'party',
  },
  'post /answers/{id}/adopt': {
    ask: (r) => ({
      path: `/answers/${r.answer}/adopt`,
      body: { ...at(first(r.consulting)), adopted: true, note: '冒名' },
    }),
    outsider: 403,
    wrong: 'party',
  },
  'get /matters': { ask: () => ({ path: '/matters?count=exact' }), own: true },
  'get /matters/{id}': { ask: (r) => ({ path: `/matters/${first(r.consulting).id}` }) },
  'get /matters/{id}/similar': { ask: (r) => ({ path: `/matters/${first(r.consulting).id}/similar` }) },
  'patch /matters/{id}': {
    ask: (r) => ({
      path: `/matters/${first(r.consulting).id}`,
      body: { ...at(first(r.consulting)), title: '冒名改的' },
    }),
    wrong: 'fagaiHead',
  },
  'post /matters/{id}/split': {
    ask: (r) => ({
      path: `/matters/${first(r.draft).id}/split`,
      body: { ...at(first(r.draft)), parts: [{ title: '甲项' }, { title: '乙项' }] },
    }),
    wrong: 'party',
  },
  'post /matters/merge': {
    ask: (r) => {
      const [one, two] = r.consulting.matters as [MatterItem, MatterItem]
      return {
        path: '/matters/merge',
        body: { into: one.id, ...at(one), from: [{ id: two.id, version: two.version }] },
      }
    },
    wrong: 'gongxinHead',
  },
  'post /matters/{id}/sources': {
    ask: (r) => ({
      path: `/matters/${r.underWay.id}/sources`,
      body: { ...at(r.underWay), document: r.draft.id, start: 0, end: 6 },
    }),
    outsider: 403,
    wrong: 'fagaiHead',
  },
  'post /matters/{id}/actions/answer': {
    ask: (r) => ({
      path: `/matters/${first(r.consulting).id}/actions/answer`,
      body: { ...at(first(r.consulting)), opinion: 'agree' },
    }),
    wrong: 'fagaiLiaison',
  },
  'post /matters/{id}/actions/sign': {
    ask: (r) => ({ path: `/matters/${first(r.issued).id}/actions/sign`, body: at(first(r.issued)) }),
    wrong: 'gongxinHead',
  },
  'post /matters/{id}/actions/report': {
    ask: (r) => ({
      path: `/matters/${r.underWay.id}/actions/report`,
      body: { ...at(r.underWay), ...text, asOf: '2026-05-20' },
    }),
    wrong: 'gongxinHead',
  },
  'post /matters/{id}/actions/request-close': {
    ask: (r) => ({
      path: `/matters/${r.underWay.id}/actions/request-close`,
      body: { ...at(r.underWay), ...text, asOf: '2026-05-20' },
    }),
    wrong: 'fagaiLiaison',
  },
  'post /matters/{id}/actions/verify': {
    ask: (r) => ({ path: `/matters/${r.closing.id}/actions/verify`, body: { ...at(r.closing), ...text } }),
    wrong: 'gongxinHead',
  },
  'post /matters/{id}/actions/return': {
    ask: (r) => ({ path: `/matters/${r.closing.id}/actions/return`, body: { ...at(r.closing), ...text } }),
    wrong: 'government',
  },
  'post /matters/{id}/actions/consent': {
    ask: (r) => ({ path: `/matters/${r.closing.id}/actions/consent`, body: at(r.closing) }),
    wrong: 'party',
  },
  'post /matters/{id}/actions/withdraw': {
    ask: (r) => ({
      path: `/matters/${first(r.consulting).id}/actions/withdraw`,
      body: { ...at(first(r.consulting)), ...text },
    }),
    wrong: 'fagaiHead',
  },
  'post /matters/{id}/actions/adjust': {
    ask: (r) => ({
      path: `/matters/${r.underWay.id}/actions/adjust`,
      body: { ...at(r.underWay), basis: '冒名', approvedBy: '冒名', deadline: '2027-12-31' },
    }),
    wrong: 'fagaiHead',
  },
  'post /files': {
    ask: () => {
      const form = new FormData()
      form.append('file', new File(['x'], 'x.txt'))
      return { path: '/files', form }
    },
    own: true,
  },
  'get /files/{id}': { ask: (r) => ({ path: `/files/${r.file}` }) },
  'get /events': { ask: () => ({ path: '/events' }), own: true },
}

const marker = '青石山暗号'
let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: TestCounty
let records: Records
let foreigner: Client
let outsider: Client
let admins: Client[]
let operations: string[]
const clients = new Map<Person, Client>()

beforeAll(async () => {
  house = await testHouse()
  owner = await openOwner()
  county = await testCounty(house)
  const troupe = await troupeOf(house, county)
  const issued = await stageDocument(troupe, marker, 'issued')
  const running = await stageDocument(troupe, marker, 'issued')
  const [mine, theirs] = running.matters as [MatterItem, MatterItem]
  const underWay = await act(troupe.fagai, mine.id, 'sign')
  const file = await uploadFile(troupe.gongxin, `名单 ${marker}`)
  await act(troupe.gongxin, theirs.id, 'sign')
  const closing = await act(troupe.gongxin, theirs.id, 'request-close', {
    text: marker,
    asOf: '2026-05-20',
    evidence: [file],
  })
  const consulting = await stageDocument(troupe, marker, 'consulting')
  const [answer] = await owner.query<{ id: number }>('select id::int from answer where county = $1 and matter = $2', [
    county.code,
    first(consulting).id,
  ])
  records = {
    leader: county.leader,
    draft: await stageDocument(troupe, marker, 'draft'),
    reviewed: await stageDocument(troupe, marker, 'reviewed'),
    consulting,
    signedOff: await stageDocument(troupe, marker, 'signed-off'),
    issued,
    underWay,
    closing,
    answer: answer?.id ?? 0,
    file,
    ...(await stageView(troupe.office, marker)),
    ...(await stageImport(troupe.office, marker)),
    ...(await stageOwn(troupe.office, marker)),
    ...(await stageLexicon(troupe.office, county, marker)),
    ...(await stageRecord(troupe.office, county, marker, underWay.id)),
  }
  const elsewhere = await testCounty(house)
  foreigner = await clientOf(house, elsewhere.people.dispatcher)
  outsider = await clientOf(house, county.people.townHead)
  admins = [await clientOf(house, county.people.admin), await clientOf(house, county.people.auditor)]
  for (const row of Object.values(table)) {
    if (row.wrong && !clients.has(row.wrong)) clients.set(row.wrong, await clientOf(house, county.people[row.wrong]))
  }
  const document = (await (await createApp(house).request('/api/v1/openapi.json')).json()) as OpenApi
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path.replace('/api/v1', '')}`),
  )
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

/** Sends a row's request as somebody; answers the status and, unless it streams, the text. */
async function send(client: Client, name: string, headers: Record<string, string> = {}) {
  const { path, body, form } = (table[name] as Row).ask(records)
  const init: RequestInit = { method: name.split(' ')[0]?.toUpperCase() ?? 'GET', headers }
  if (form) init.body = form
  if (body !== undefined) {
    init.body = JSON.stringify(body)
    init.headers = { ...headers, 'Content-Type': 'application/json' }
  }
  const response = await client.raw(path, init)
  if (response.headers.get('Content-Type')?.includes('event-stream')) {
    await response.body?.cancel()
    return { status: response.status, text: '' }
  }
  return { status: response.status, text: await response.text() }
}

/** The county stands as before, whatever was asked. */
async function unchanged(work: () => Promise<void>): Promise<void> {
  const before = await owner.snapshot(county.code)
  await work()
  expect(await owner.snapshot(county.code)).toEqual(before)
}

const guarded = Object.entries(table).filter(([, row]) => !row.open)
const withRecord = guarded.filter(([, row]) => !row.own)
const names = (rows: [string, Row][]) => rows.map(([name]) => name)

it('has a row for every endpoint of the document, and no other', () => {
  expect([...Object.keys(table), ...Object.keys(administratorRows)].sort()).toEqual([...operations].sort())
})

describe('without a session', () => {
  it.each(names(guarded))('%s answers 401', (name) =>
    unchanged(async () => {
      const nobody = await clientOf(house, null)
      expect((await send(nobody, name)).status).toBe(401)
      expect((await send(nobody, name, { Authorization: 'Bearer nonsense' })).status).toBe(401)
      expect((await send(nobody, name, { Cookie: 'yipanqi=nonsense' })).status).toBe(401)
    }),
  )
})

describe('with a session that has ended', () => {
  // Without the audit's triggers: the county must stand as before, its audit too.
  const setActive = async (active: boolean): Promise<void> => {
    await owner.query('alter table account disable trigger user')
    await owner.query('update account set active = $1 where name = $2', [active, county.people.leader])
    await owner.query('alter table account enable trigger user')
  }
  it.each(['expired', 'closed', 'disabled'])('%s: every endpoint answers 401', (how) =>
    unchanged(async () => {
      const nobody = await clientOf(house, null)
      const opened = await nobody.post<{ token: string }>('/sessions', {
        account: county.people.leader,
        password: 'test-password-1',
        token: true,
      })
      const bearer = { Authorization: `Bearer ${opened.body.token}` }
      expect((await nobody.get('/me', bearer)).status).toBe(200)
      if (how === 'expired')
        await owner.query(`update session set expires_at = now() - interval '1 second' where token_hash = $1`, [
          hashToken(opened.body.token),
        ])
      if (how === 'closed') await nobody.raw('/sessions/current', { method: 'DELETE', headers: bearer })
      if (how === 'disabled') await setActive(false)
      const statuses = []
      for (const name of names(guarded)) statuses.push([name, (await send(nobody, name, bearer)).status])
      if (how === 'disabled') await setActive(true)
      expect(statuses).toEqual(names(guarded).map((name) => [name, 401]))
    }),
  )
})

describe('from another county', () => {
  it.each(names(withRecord))('%s: an existing id answers 404, and nothing changes', (name) =>
    unchanged(async () => {
      const answer = await send(foreigner, name)
      expect(answer.status).toBe(404)
      expect(answer.text).not.toContain(marker)
    }),
  )

  it.each(names(guarded.filter(([, row]) => row.own)))('%s shows nothing of this county', (name) =>
    unchanged(async () => expect((await send(foreigner, name)).text).not.toContain(marker)),
  )
})

describe('from a unit that has no part', () => {
  it.each(withRecord)('%s', (name, row) =>
    unchanged(async () => {
      const answer = await send(outsider, name)
      expect(answer.status).toBe(row.outsider ?? 404)
      expect(answer.text).not.toContain(marker)
    }),
  )

  it.each(['get /home', 'get /documents', 'get /matters'])('%s shows nothing', async (name) => {
    expect((await send(outsider, name)).text).not.toContain(marker)
  })
})

describe('from a post whose part it is not', () => {
  it.each(guarded.filter(([, row]) => row.wrong))('%s answers 403 and says who can', (name, row) =>
    unchanged(async () => {
      const answer = await send(clients.get(row.wrong as Person) as Client, name)
      expect(answer.status, answer.text).toBe(403)
      const { error } = JSON.parse(answer.text) as { error: { message: string; why: string; who: unknown[] } }
      expect(error.who.length).toBeGreaterThan(0)
      expect(error.message).toMatch(/[一-鿿]/)
      expect(error.why).toMatch(/[一-鿿]/)
    }),
  )

  it('covers every action that belongs to a post', () => {
    const free = [
      'post /files',
      'delete /sessions/current',
      'post /sessions',
      'post /accounts/first-password',
      'post /second-factor',
      'post /second-factor/confirm',
      'post /me/password',
    ]
    const actions = Object.entries(table).filter(([name]) => !name.startsWith('get ') && !free.includes(name))
    expect(actions.filter(([, row]) => row.wrong === undefined).map(([name]) => name)).toEqual([])
  })
})

describe('administrators (三员) keep the house, not its business', () => {
  it.each(names(withRecord))('%s', (name) =>
    unchanged(async () => {
      for (const admin of admins) {
        const answer = await send(admin, name)
        expect([403, 404]).toContain(answer.status)
        expect(answer.text).not.toContain(marker)
      }
    }),
  )

  it.each(['get /home', 'get /documents', 'get /matters', 'post /documents'])('%s shows nothing', async (name) => {
    for (const admin of admins) expect((await send(admin, name)).text).not.toContain(marker)
  })

  it('do not get the evidence of their own office unit either', async () => {
    const office = await clientOf(house, county.people.dispatcher)
    const file = await uploadFile(office, `${marker} 机关`)
    for (const admin of admins) expect((await admin.raw(`/files/${file}`)).status).toBe(404)
  })
})

describe('what is not out yet', () => {
  it('drafts and reviewed matters are hidden from the very units that they name', async () => {
    const fagai = await clientOf(house, county.people.fagaiHead)
    for (const document of [records.draft, records.reviewed]) {
      expect((await fagai.get(`/documents/${document.id}`)).status).toBe(404)
      for (const matter of document.matters) expect((await fagai.get(`/matters/${matter.id}`)).status).toBe(404)
    }
    expect((await fagai.get(`/documents/${records.consulting.id}`)).status).toBe(200)
  })

  it("a unit's file is for those who see a matter that it proves", async () => {
    const gongxin = await clientOf(house, county.people.gongxinHead)
    const fagai = await clientOf(house, county.people.fagaiHead)
    const party = await clientOf(house, county.people.party)
    expect((await gongxin.raw(`/files/${records.file}`)).status).toBe(200)
    expect((await party.raw(`/files/${records.file}`)).status).toBe(200)
    expect((await fagai.raw(`/files/${records.file}`)).status).toBe(404)
    const stolen = await fagai.post(`/matters/${records.underWay.id}/actions/report`, {
      ...at(records.underWay),
      ...text,
      asOf: '2026-05-20',
      evidence: [records.file],
    })
    expect(stolen.status).toBe(422)
  })

  it('an unreviewed recording, its drafts included, is for its owner alone', async () => {
    const office = await clientOf(house, county.people.dispatcher)
    const secret = '未审暗号'
    const made = await office.post<DocumentDetail>('/documents', {
      text: `（根据录音整理，未经本人审阅）\n一、项目\n发改局要牵头建好${secret}项目库，年底前入库项目不少于120个。`,
      scope: 'internal',
      declarer: '陈测',
      confirmed: true,
    })
    expect(made.status).toBe(201)
    expect(made.body.private).toBe(true)
    const own = { version: made.body.version }
    const tries = [
      await office.post<Refused>(`/documents/${made.body.id}/actions/review`, own),
      await office.post<Refused>(`/documents/${made.body.id}/matters`, { ...own, start: 21, end: 50 }),
      await office.post<Refused>(`/matters/${records.underWay.id}/sources`, {
        ...at(records.underWay),
        document: made.body.id,
        start: 21,
        end: 50,
      }),
    ]
    for (const answer of tries) expect([answer.status, answer.body.error.code]).toEqual([409, 'unreviewed'])
    for (const person of ['party', 'leader', 'fagaiHead', 'admin'] as const) {
      const client = await clientOf(house, county.people[person])
      expect((await client.get(`/documents/${made.body.id}`)).status).toBe(404)
      for (const path of ['/documents', '/matters?limit=200', '/home'])
        expect(JSON.stringify((await client.get(path)).body), `${person} ${path}`).not.toContain(secret)
    }
  })
})
