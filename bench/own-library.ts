// A county's own ledger at 100,000 records: written through the one way that records are written, then its pages asked
// through session, checks and row security, beside the same page as plain SQL of the owner in the same run. One request
// at a time and in one process: it tells how long a page takes, not how many a server bears.
// Usage: tsx bench/own-library.ts [RECORDS]
import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OwnDetail } from '@yipanqi/model/libraries/own/index.ts'
import { readConfig } from '@yipanqi/server/config/read-config.ts'
import { systemActor } from '@yipanqi/server/db/actor.ts'
import { closeHouse, migrateGround, openGround, openHouse, ownerOf } from '@yipanqi/server/ground.ts'
import { createApp } from '@yipanqi/server/http/app.ts'
import { loadLedger } from '@yipanqi/server/library/load-ledger.ts'
import { writeRecords } from '@yipanqi/server/library/records/write-records.ts'
import { createAccount, createCounty } from '@yipanqi/server/seed/create.ts'
import pg from 'pg'

const wanted = Number(process.argv[2] ?? 100_000)
const COUNTY = '000999'
const times = 200
const folder = mkdtempSync(join(tmpdir(), 'yipanqi-own-bench-'))
chmodSync(folder, 0o755)
const config = readConfig({ YIPANQI_ADMIN_TOTP: 'optional', YIPANQI_LOG: 'silent' }, { dataDir: folder })
const ground = await openGround(config)
await migrateGround(ground)
const house = await openHouse(config, ground)
const owner = new pg.Client(ownerOf(ground))
await owner.connect()
try {
  await createCounty(owner, COUNTY, '自建台账县')
  const units = await people()
  const ask = client()
  const tokens = { keeper: await signIn('keeper'), office: await signIn('office'), town: await signIn('town') }
  const own = await makeLedger()
  const began = performance.now()
  await fill(own.id, units)
  const took = (performance.now() - began) / 1000
  await owner.query('analyze own_record; analyze own_record_seen')
  console.log(
    `${wanted.toLocaleString('en')} records × 12 fields written in ${took.toFixed(1)} s (audit, search and sight with them)`,
  )
  const filter = (field: string, is: string, value: unknown) =>
    `filter=${encodeURIComponent(JSON.stringify({ field, is, value }))}`
  const pages: [string, string, string][] = [
    [
      'choice, figure from high to low',
      `${filter('f5', 'eq', '缺水源')}&sort=-f3`,
      `t2 collate "zh-x-icu" = '缺水源' and n1 is not null order by n1 desc, id desc`,
    ],
    ['name in pinyin order', 'sort=f1', `(t1 collate "zh-x-icu") is not null order by t1 collate "zh-x-icu", id`],
    [
      'day from, newest first',
      `${filter('f12', 'from', '2026-03-01')}&sort=-updated&count=capped`,
      `d2 >= '2026-03-01' order by revision desc, id desc`,
    ],
    [
      // The township has no such year: every record of the county is walked in vain.
      'year that a township has not, figure from high to low',
      `${filter('f11', 'eq', 2021)}&sort=-f3`,
      `n4 = 2021 and n1 is not null order by n1 desc, id desc`,
    ],
    [
      'fragment of the name',
      `search=${encodeURIComponent('坡777')}`,
      `search_text like '%坡777%' order by revision desc, id desc`,
    ],
  ]
  console.log('page of 50 | rows | whole county ms, p97.5 | a township ms, p97.5 | owner’s SQL ms')
  for (const [name, query, sql] of pages) {
    const path = `/api/v1/libraries/${own.id}/records?limit=50&columns=f1,f3,f5,f12&${query}`
    const rows = ((await (await ask('office', path)).json()) as { items: unknown[] }).items.length
    const [whole, town] = [await measure(() => ask('office', path)), await measure(() => ask('town', path))]
    const plain = await measure(() =>
      owner.query(
        `select id, t1, n1, t2, d2 from own_record where county = '${COUNTY}' and library = '${own.id}' and removed is null and ${sql} limit 51`,
      ),
    )
    console.log([name, rows, whole, town, plain].join(' | '))
  }

  function client() {
    const app = createApp(house)
    return async (who: keyof typeof tokens, path: string, body?: object): Promise<Response> => {
      const answer = await app.request(path, {
        headers: { Authorization: `Bearer ${tokens[who]}`, 'Content-Type': 'application/json' },
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      })
      if (!answer.ok) throw new Error(`${path} ${answer.status} ${await answer.text()}`)
      return answer
    }
  }
  async function makeLedger(): Promise<OwnDetail> {
    const definition = {
      name: '撂荒地整治台账',
      noun: '地块',
      measure: '块',
      purpose: '逐块登记',
      group: '民生与乡村',
      title: 'f1',
      key: ['f1'],
      fields: [
        ['撂荒地块', 'text', { required: true }],
        ['撂荒属地', 'unit', { sees: true }],
        ['撂荒亩数', 'area'],
        ['撂荒起始月', 'month'],
        ['撂荒成因', 'choice', { choices: ['缺劳力', '缺水源', '坡度大'] }],
        ['复耕措施', 'choices', { choices: ['代耕', '流转', '自耕'] }],
        ['已复耕', 'boolean'],
        ['复耕经过', 'long-text'],
        ['复耕补助', 'money', { measure: '元' }],
        ['登记序数', 'integer'],
        ['复耕年', 'year'],
        ['复耕验收日', 'date'],
      ].map(([label, kind, more], i) => ({ name: `f${i + 1}`, label, kind, ...(more as object) })),
    }
    const endsOn = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10)
    const step = async (who: keyof typeof tokens, path: string, body: object) =>
      (await (await ask(who, `/api/v1/own-libraries${path}`, body)).json()) as OwnDetail
    const drafted = await step('keeper', '', { definition, endsOn, reason: '秋季整治逐块销号' })
    const proposed = await step('keeper', `/${drafted.id}/propose`, { version: drafted.version })
    return step('office', `/${drafted.id}/decide`, { version: proposed.version, decision: 'approve' })
  }
} finally {
  await owner.end()
  await closeHouse(house)
  await ground.embedded?.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function signIn(name: string): Promise<string> {
  const answer = await createApp(house).request('/api/v1/sessions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ account: `bench-${name}`, password: 'bench-password-1', token: true }),
  })
  return ((await answer.json()) as { token: string }).token
}

/** A department, the office and sixty townships. */
async function people(): Promise<number[]> {
  return house.db.withActor(systemActor(COUNTY, 'bench'), async (trx) => {
    const made = await trx
      .insertInto('unit')
      .values(
        Array.from({ length: 62 }, (_, i) => ({
          county: COUNTY,
          code: `u${i}`,
          name: `第${i}单位`,
          short: `${i}单位`,
          kind: i < 2 ? '政府' : '乡镇',
          parent: null,
          may_lead: true,
          aliases: '[]',
          valid_to: null,
          successor: null,
          position: i,
        })),
      )
      .returning('id')
      .execute()
    const ids = made.map((m) => m.id)
    for (const [name, post, unit] of [
      ['keeper', 'liaison', ids[0]],
      ['office', 'dispatcher', ids[1]],
      ['town', 'township-liaison', ids[2]],
    ] as const)
      await createAccount(trx, house.master, {
        county: COUNTY,
        name: `bench-${name}`,
        display: name,
        unit: unit as number,
        post,
        leader: null,
        password: 'bench-password-1',
      })
    return ids
  })
}

async function fill(library: string, units: readonly number[]): Promise<void> {
  const actor = systemActor(COUNTY, 'bench')
  for (let from = 0; from < wanted; from += 10_000)
    await house.db.withActor(actor, async (trx) => {
      const ledger = await loadLedger(trx, actor, library)
      const rows = Array.from({ length: Math.min(10_000, wanted - from) }, (_, k) => {
        const i = from + k
        return {
          values: {
            f1: `东坡${i}号地`,
            f2: units[2 + (i % 60)] as number,
            f3: ((i * 7919) % 90_000) * 1000,
            f4: `202${i % 6}-0${1 + (i % 9)}`,
            f5: ['缺劳力', '缺水源', '坡度大'][Math.floor(i / 7) % 3] as string,
            f6: [['代耕', '流转', '自耕'][i % 3] as string],
            f7: i % 2 === 0,
            f8: `第${i}块的经过`,
            f9: i * 100,
            f10: i,
            f11: 2020 + (i % 6),
            f12: `2026-0${1 + (i % 9)}-1${i % 9}`,
          },
        }
      })
      await writeRecords(trx, actor, ledger, rows, { today: '2026-05-21', master: house.master })
    })
}

/** Median and 97.5th percentile in milliseconds. */
async function measure(once: () => Promise<unknown>): Promise<string> {
  const taken: number[] = []
  for (let i = 0; i < times; i += 1) {
    const began = performance.now()
    await once()
    if (i >= 20) taken.push(performance.now() - began)
  }
  taken.sort((a, b) => a - b)
  const at = (share: number) => (taken[Math.floor(taken.length * share)] ?? 0).toFixed(1)
  return `${at(0.5)}, ${at(0.975)}`
}
