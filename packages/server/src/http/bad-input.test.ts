// oxlint-disable vitest/expect-expect -- refused() expects
// Everything that can be wrong with what is sent: each gets a typed error in Chinese with the right status, nothing is
// half written, and the server goes on.
import type { DocumentDetail, MatterItem } from '@yipanqi/model'
import iconv from 'iconv-lite'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDoc } from '../files/testing/doc.ts'
import { makeDocx, makeOfd, paragraph } from '../files/testing/office.ts'
import { makePdf, makePdfBomb } from '../files/testing/pdf.ts'
import { makeZip } from '../files/testing/zip.ts'
import { clientOf, testCounty, testHouse, type Client, type TestCounty } from '../testing/harness.ts'
import { refusalIn, type Refusal } from '../testing/refusal.ts'
import { openOwner, type Owner } from '../testing/snapshot.ts'
import { stageDocument, troupeOf, type Troupe } from '../testing/stage.ts'

let house: Awaited<ReturnType<typeof testHouse>>
let owner: Owner
let county: TestCounty
let troupe: Troupe
let office: Client
let consulting: DocumentDetail
let refused: Refusal
let logged = ''

beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk)
      done()
    },
  })
  house = { ...(await testHouse()), log: pino({ level: 'debug' }, sink) }
  owner = await openOwner()
  county = await testCounty(house)
  troupe = await troupeOf(house, county)
  office = troupe.office
  refused = refusalIn(county.code, owner, office)
  consulting = await stageDocument(troupe, '坏输入', 'consulting')
})
afterAll(async () => {
  await owner.close()
  await house.close()
})

const json = { 'Content-Type': 'application/json' }
const obliging = '一、项目\n发改局要牵头建好项目库，年底前入库项目不少于120个。'
const paper = { text: obliging, scope: 'internal', declarer: '陈测' }

function formOf(bytes: Uint8Array, name: string, more: Record<string, string> = {}): FormData {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(bytes)], name))
  for (const [key, value] of Object.entries({ scope: 'internal', declarer: '陈测', ...more })) form.append(key, value)
  return form
}

const upload = (bytes: Uint8Array, name: string, more: Record<string, string> = {}) =>
  office.raw('/documents', { method: 'POST', body: formOf(bytes, name, more) })

const postJson = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  office.raw(path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) })

describe('the gate at the door', () => {
  const code = `密文${Math.random().toString(36).slice(2)}`
  const secret = `机密★1年\n关于${code}的通知\n一、工作\n发改局要落实${code}。`

  /** Not in any table, not in any log line, not in the files. */
  async function nowhere(): Promise<void> {
    const tables = await owner.query<{ name: string }>(
      `select schemaname || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
    )
    for (const { name } of tables) {
      const [row] = await owner.query<{ n: number }>(
        `select count(*)::int as n from ${name} t where strpos(t::text, $1) > 0`,
        [code],
      )
      expect([name, row?.n]).toEqual([name, 0])
    }
    expect(logged).not.toContain(code)
  }

  it.each<[string, () => Promise<Response>]>([
    ['JSON', () => postJson('/documents', { ...paper, text: secret })],
    ['JSON, although confirmed', () => postJson('/documents', { ...paper, text: secret, confirmed: true })],
    ['JSON with a key', () => postJson('/documents', { ...paper, text: secret }, { 'Idempotency-Key': code.slice(2) })],
    ['the title alone', () => postJson('/documents', { ...paper, title: `机密★1年 ${code}` })],
    ['.txt', () => upload(Buffer.from(secret), '通知.txt')],
    [
      '.docx',
      () =>
        upload(
          makeDocx(
            secret
              .split('\n')
              .map((l) => paragraph(l))
              .join(''),
          ),
          '通知.docx',
        ),
    ],
    ['.doc', () => upload(makeDoc(secret), '通知.doc')],
    ['a GB18030 .txt', () => upload(iconv.encode(secret, 'gb18030'), '通知.txt')],
    ['the file name alone', () => upload(Buffer.from(`关于${code}的通知\n${obliging}`), `机密★${code}.txt`)],
  ])('%s with a secrecy mark is refused, and nothing of it stays', async (_how, ask) => {
    const body = await refused(422, 'secret', ask)
    expect(body.error.why).toContain('机要')
    expect(JSON.stringify(body)).not.toContain(code)
    await nowhere()
  })

  it('an attachment that bears a mark is refused too', async () => {
    const attach = (bytes: Uint8Array, name: string) => () =>
      office.raw('/files', { method: 'POST', body: formOf(bytes, name) })
    await refused(422, 'secret', attach(Buffer.from('内容'), `机密★${code}.txt`))
    await refused(422, 'secret', attach(Buffer.from(secret), '佐证.txt'))
    await nowhere()
  })

  it('running text that only speaks of 国家秘密 passes', async () => {
    const answer = await postJson('/documents', {
      ...paper,
      text: `${obliging}\n各单位要严格保守国家秘密，做好机密文件管理工作。`,
    })
    expect(answer.status).toBe(201)
  })

  it.each(['份号：000012', '内部资料', '明传电报'])('%s asks first, and passes when confirmed', async (mark) => {
    const text = `${mark}\n关于项目的通知\n${obliging}`
    await refused(409, 'ask-first', () => postJson('/documents', { ...paper, text }))
    await refused(409, 'ask-first', () => upload(Buffer.from(text), '通知.txt'))
    const json = await postJson('/documents', { ...paper, text, confirmed: true })
    expect(json.status).toBe(201)
    expect(((await json.json()) as DocumentDetail).private).toBe(false)
    const form = await upload(Buffer.from(text), '通知.txt', { confirmed: 'true' })
    expect(form.status).toBe(201)
  })

  it('未经本人审阅 is asked about, kept as a private draft and cannot be reviewed', async () => {
    const text = `在会上的讲话\n（根据录音整理，未经本人审阅）\n${obliging}`
    await refused(409, 'ask-first', () => postJson('/documents', { ...paper, text }))
    const made = await office.post<DocumentDetail>('/documents', { ...paper, text, confirmed: true })
    expect(made.status).toBe(201)
    expect([made.body.private, made.body.matters]).toEqual([true, []])
    await refused(409, 'unreviewed', () =>
      postJson(`/documents/${made.body.id}/actions/review`, { version: made.body.version }),
    )
  })

  it('scope and declarer come first', async () => {
    const body = await refused(400, 'invalid', () =>
      upload(Buffer.from(obliging), 'a.txt', { scope: '', declarer: '' }),
    )
    expect(body.error.fields?.map((f) => f.path).sort()).toEqual(['declarer', 'scope'])
    await refused(400, 'invalid', () => postJson('/documents', { text: obliging }))
    await refused(400, 'invalid', () => postJson('/documents', { ...paper, scope: 'secret' }))
  })
})

describe('files', () => {
  const lines = obliging.split('\n')
  it.each<[string, Uint8Array]>([
    ['讲话.doc', makeDoc(obliging)],
    ['讲话.wps', makeDoc(obliging)],
    ['讲话.docx', makeDocx(lines.map((l) => paragraph(l)).join(''))],
    ['讲话.pdf', makePdf([lines.map((l, i) => [60, 700 - 30 * i, l] as const)])],
    ['讲话.ofd', makeOfd([lines.map((l, i) => [20, 40 + 10 * i, l] as const)])],
    ['讲话.txt', iconv.encode(obliging, 'gb18030')],
    ['讲话.txt', Buffer.from(`\ufeff${obliging}`)],
    ['讲话.txt', Buffer.from(`\ufeff${obliging}`, 'utf16le')],
  ])('%s is read', async (name, bytes) => {
    const answer = await upload(bytes, name)
    const body = (await answer.json()) as DocumentDetail
    expect([answer.status, body]).toMatchObject([201, {}])
    expect(body.text.replace(/[\s\ufeff]/g, '')).toBe(obliging.replace(/\s/g, ''))
    expect(body.matters.length).toBeGreaterThan(0)
  })

  it.each<[string, Uint8Array, number]>([
    ['空.txt', new Uint8Array(), 422],
    ['空白.txt', Buffer.from(' \n\t'), 422],
    ['空.docx', makeDocx(''), 422],
    ['二进制.txt', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 131) % 256)), 415],
    ['图片.docx', Buffer.from('89504e470d0a1a0a0000', 'hex'), 415],
    ['假的.docx', Buffer.from('PK\x03\x04 not a zip at all'), 422],
    ['压缩包.docx', makeZip({ 'a.txt': 'x' }), 415],
    ['坏的.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 422],
    ['坏的.pdf', Buffer.from('%PDF-1.7\nnothing'), 422],
    ['扫描.pdf', makePdf([[]]), 422],
    ['加锁.doc', makeDoc(obliging, { locked: true }), 422],
    ['网页.doc', Buffer.from('<!DOCTYPE html><html></html>'), 415],
    ['表.xlsx', makeZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' }), 415],
  ])('%s is refused', async (name, bytes, status) => {
    await refused(status, null, () => upload(bytes, name))
  })

  it('bombs are refused, and /health answers meanwhile', async () => {
    const docx = makeDocx(paragraph('x'), { 'word/media.xml': Buffer.alloc(120_000_000, 0x20) })
    let answered = 0
    const end = new AbortController()
    const pulse = (async () => {
      while (!end.signal.aborted) {
        expect((await office.get('/health')).status).toBe(200)
        answered += 1
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })()
    await refused(413, 'bomb', () => upload(docx, '炸弹.docx'))
    const pdf = await upload(makePdfBomb(200_000_000), '炸弹.pdf')
    expect([413, 422]).toContain(pdf.status)
    end.abort()
    await pulse
    expect(answered).toBeGreaterThan(2)
  })

  it('11 MB is over the limit of a file, 20 MB over that of a request', async () => {
    await refused(413, 'too-large', () => upload(Buffer.alloc(11_000_000, 0x41), '大.txt'))
    await refused(413, 'too-large', () => upload(Buffer.alloc(20_000_000, 0x41), '大.txt'))
    await refused(413, 'too-large', () =>
      office.raw('/files', { method: 'POST', body: formOf(Buffer.alloc(20_000_000, 0x41), '大.txt') }),
    )
  })

  it('no file, no form, no name', async () => {
    await refused(400, 'invalid', () => {
      const form = new FormData()
      form.append('scope', 'internal')
      form.append('declarer', '陈')
      return office.raw('/documents', { method: 'POST', body: form })
    })
    await refused(400, 'invalid', () => office.raw('/files', { method: 'POST', body: new FormData() }))
    const broken = { 'Content-Type': 'multipart/form-data; boundary=x' }
    for (const path of ['/documents', '/files'])
      await refused(400, null, () => office.raw(path, { method: 'POST', headers: broken, body: '--y\r\nnothing' }))
    await refused(400, null, () =>
      office.raw('/files', { method: 'POST', headers: { 'Content-Type': 'multipart/form-data' }, body: 'x' }),
    )
    await refused(400, 'invalid', () => postJson('/files', { file: 'x' }))
  })

  it('a long name and a hostile name are kept as text, and come back as a download', async () => {
    const name = `../../etc/‮cod."\r\n<b>${'长'.repeat(300)}.txt`
    const sent = await office.raw('/files', { method: 'POST', body: formOf(Buffer.from('佐证'), name) })
    expect(sent.status).toBe(201)
    const kept = (await sent.json()) as { id: number; name: string }
    expect(kept.name.length).toBeLessThanOrEqual(200)
    const back = await office.raw(`/files/${kept.id}`)
    expect(back.headers.get('Content-Disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.!~*'()-]+$/)
    expect(await back.text()).toBe('佐证')
  })
})

describe('text', () => {
  it('without any obligation becomes a document without matters, which goes no further', async () => {
    const made = await office.post<DocumentDetail>('/documents', { ...paper, text: '同志们，大家好。谢谢大家。' })
    expect([made.status, made.body.matters]).toEqual([201, []])
    await refused(409, 'no-matters', () =>
      postJson(`/documents/${made.body.id}/actions/review`, { version: made.body.version }),
    )
  })

  it('of nothing but blanks is refused; of a million and one letters too', async () => {
    await refused(400, 'invalid', () => postJson('/documents', { ...paper, text: '' }))
    await refused(400, 'invalid', () => postJson('/documents', { ...paper, text: ' \n　' }))
    await refused(413, 'too-long', () => postJson('/documents', { ...paper, text: '字'.repeat(1_000_001) }))
  })

  it.each([
    ['NUL', `前\u0000后\n${obliging}`],
    ['a lone surrogate', `前\ud800后\n${obliging}`],
  ])('with %s is refused, wherever it stands', async (_what, text) => {
    await refused(400, 'invalid', () => postJson('/documents', { ...paper, text }))
    await refused(400, 'invalid', () => postJson('/documents', { ...paper, title: text.slice(0, 3) }))
    await refused(400, 'invalid', () => postJson('/documents', { ...paper, declarer: text.slice(0, 3) }))
    const [matter] = consulting.matters as [MatterItem]
    await refused(400, 'invalid', () =>
      postJson(`/matters/${matter.id}/actions/withdraw`, { version: matter.version, text: text.slice(0, 3) }),
    )
    await refused(400, 'invalid', () =>
      office.raw(`/matters/${matter.id}`, {
        method: 'PATCH',
        headers: json,
        body: JSON.stringify({ version: matter.version, steps: [{ name: text.slice(0, 3), due: null }] }),
      }),
    )
    const nobody = await clientOf(house, null)
    for (const login of [
      { account: text.slice(0, 3), password: 'x' },
      { account: county.people.leader, password: text.slice(0, 3) },
    ])
      expect((await nobody.post('/sessions', login)).status).toBeLessThan(500)
    expect((await office.get(`/matters?text=${encodeURIComponent('a\u0000b')}`)).status).toBeLessThan(500)
    expect((await office.get(`/matters?number=${encodeURIComponent('a\u0000b')}`)).status).toBeLessThan(500)
  })

  it('that is odd but whole comes back as it was sent', async () => {
    const odd = `在会上的讲话\r\n一、‮RTL‬ 👩‍👩‍👧 𠮷野家 <script>alert(1)</script>\n'; drop table matter; --\n\u2028${obliging}`
    const made = await office.post<DocumentDetail>('/documents', {
      ...paper,
      text: odd,
      title: "x'); delete from unit; --",
    })
    expect(made.status).toBe(201)
    expect(made.body.text).toBe(odd)
    for (const s of made.body.sentences) expect(s.end).toBeLessThanOrEqual(odd.length)
    expect((await office.get<DocumentDetail>(`/documents/${made.body.id}`)).body.text).toBe(odd)
    expect((await owner.query('select 1 from unit where county = $1', [county.code])).length).toBe(8)
    for (const words of ["'; drop table matter; --", '%', '_', '\\', '👩‍👩‍👧', '"', '。，'])
      expect((await office.get(`/matters?text=${encodeURIComponent(words)}&count=exact`)).status).toBe(200)
  })

  it('that asks for a thousand and one things is refused before one is written', async () => {
    const text = Array.from({ length: 1001 }, (_, i) => `发改局要牵头建好第${i}号项目库。`).join('\n')
    const body = await refused(413, 'too-many-matters', () => postJson('/documents', { ...paper, text }))
    expect(body.error.why).toContain('1000')
  })

  it('of 10,000 letters is no title', async () => {
    await refused(400, 'invalid', () => postJson('/documents', { ...paper, title: '题'.repeat(10_000) }))
    const [matter] = consulting.matters as [MatterItem]
    await refused(400, 'invalid', () =>
      office.raw(`/matters/${matter.id}`, {
        method: 'PATCH',
        headers: json,
        body: JSON.stringify({ version: matter.version, title: '题'.repeat(10_000) }),
      }),
    )
  })
})
