import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemActor } from '../actor.ts'
import { scratchCluster, type ScratchCluster } from '../testing/scratch-cluster.ts'
import type { Trx } from '../with-actor.ts'
import { erasePerson, readErasures, recordErasure } from './erase-person.ts'
import { erasuresFile, readMasterKey } from './master-key.ts'
import { openPeople, openPerson } from './open-person.ts'
import { forget } from './opened.ts'
import { sealPerson } from './seal-person.ts'

let cluster: ScratchCluster
let master: Buffer
const county = '100001'
const facts = { display: '李秋实', phone: '13900000000' }

beforeAll(async () => {
  cluster = await scratchCluster()
  await cluster.addCounty(county)
  await cluster.addCounty('100002')
  master = readMasterKey(cluster.dataDir)
})
afterAll(() => cluster.close())

const inCounty = <T>(work: (trx: Trx) => Promise<T>, of = county) => cluster.db.withActor(systemActor(of, 'test'), work)
const seal = (subject: string) => inCounty((trx) => sealPerson(trx, county, subject, facts, master))
const open = (subject: string, sealed: Buffer, key = master) =>
  inCounty((trx) => openPerson(trx, county, subject, sealed, key))

it('opens what it sealed, cached or not', async () => {
  const sealed = await seal('a')
  expect(await open('a', sealed)).toEqual(facts)
  expect(await open('a', sealed)).toEqual(facts)
  forget(`${county}/a`)
  expect(await open('a', sealed)).toEqual(facts)
  expect(sealed.includes(Buffer.from('李秋实'))).toBe(false)
})

it('opens a page of people with one query, in order', async () => {
  const [a, b] = [await seal('p1'), await seal('p2')]
  const people = [
    { subject: 'p2', sealed: b },
    { subject: 'nobody', sealed: a },
    { subject: 'p1', sealed: a },
  ]
  expect(await inCounty((trx) => openPeople(trx, county, people, master))).toEqual([facts, null, facts])
})

it('gives two transactions that seal a new subject at once the same key', async () => {
  const sealed = await Promise.all([seal('twice'), seal('twice'), seal('twice')])
  for (const one of sealed) {
    forget(`${county}/twice`)
    expect(await open('twice', one)).toEqual(facts)
  }
})

it('does not open for another subject, another county or after a change', async () => {
  const sealed = await seal('b')
  await seal('c')
  expect(await open('c', sealed)).toBeNull()
  expect(await inCounty((trx) => openPerson(trx, '100002', 'b', sealed, master), '100002')).toBeNull()
  const changed = Buffer.from(sealed)
  changed[20] = (changed[20] ?? 0) ^ 1
  expect(await open('b', changed)).toBeNull()
})

it('says that the master key is the wrong one, instead of showing everybody as erased', async () => {
  const sealed = await seal('d')
  await expect(open('d', sealed, Buffer.alloc(32, 1))).rejects.toThrow('请放回原来的密钥文件')
})

it('erases: row, audit and every copy stay closed, also when the subject comes back', async () => {
  const sealed = await seal('e')
  expect(await open('e', sealed)).toEqual(facts)
  const erasure = await inCounty((trx) => erasePerson(trx, county, 'e'))
  expect(erasure).toMatchObject({ county })
  expect(await open('e', sealed)).toBeNull()
  const again = await seal('e')
  expect(await open('e', sealed)).toBeNull()
  expect(await open('e', again)).toEqual(facts)
  expect(await inCounty((trx) => erasePerson(trx, county, 'nobody'))).toBeNull()

  const file = erasuresFile(cluster.dataDir)
  expect(readErasures(file)).toEqual([])
  if (erasure) recordErasure(file, erasure)
  expect(readErasures(file)).toEqual([erasure])
  expect(readFileSync(file, 'utf8')).not.toContain('"e"')
})

it('stands in the audit as ciphertext only, which closes with the key', async () => {
  const sealed = await seal('f')
  await inCounty(async (trx) => {
    const named = { county, code: '1', name: '县府办', short: '府办', kind: '部门', aliases: '[]' }
    const unit = await trx.insertInto('unit').values(named).returning('id').executeTakeFirstOrThrow()
    const account = {
      county,
      name: 'fff',
      person: sealed,
      unit: unit.id,
      post: 'dispatcher' as const,
      scope: 'all' as const,
    }
    await trx.insertInto('account').values(account).execute()
  })
  const audit = await cluster.owner.query<{ text: string; person: string }>(
    "select to_jsonb(a)::text as text, after->>'person' as person from audit a where tbl = 'account'",
  )
  expect(audit.rows.map((r) => r.text).join()).not.toContain(facts.display)
  const copy = Buffer.from(audit.rows[0]?.person.slice(2) ?? '', 'hex')
  expect(await open('f', copy)).toEqual(facts)
  await inCounty((trx) => erasePerson(trx, county, 'f'))
  expect(await open('f', copy)).toBeNull()
})

it('keeps its key file 0600 and refuses one of another length', () => {
  expect(statSync(join(cluster.dataDir, 'keys', 'master.key')).mode & 0o777).toBe(0o600)
  expect(readMasterKey(cluster.dataDir)).toEqual(master)
  const folder = join(cluster.dataDir, 'other')
  readMasterKey(folder)
  writeFileSync(join(folder, 'keys', 'master.key'), 'short')
  expect(() => readMasterKey(folder)).toThrow('应为 32 字节')
})
