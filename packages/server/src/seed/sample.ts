// The sample counties of the first run: directories, documents, and matters with a past that the light rules judge.
import type { SampleCounty, SampleDocument, SampleEvent, SampleMatter } from '@yipanqi/samples'
import { sampleCounties } from '@yipanqi/samples'
import { readDocument, type UnitEntry } from '@yipanqi/reading'
import { sql } from 'kysely'
import type pg from 'pg'
import { hashPassword } from '../auth/passwords.ts'
import { systemActor } from '../db/actor.ts'
import { openDb, type Trx } from '../db/with-actor.ts'
import { loadDirectory } from '../documents/directory.ts'
import type { House } from '../house.ts'
import { loadCalendar } from '../county-day.ts'
import { loadScheme } from '../loop/relight.ts'
import { setHash } from './create.ts'
import { seedDirectory, type SeededDirectory } from './directory.ts'
import { evidenceFiles } from './evidence.ts'
import { seedKeepers, seedOutlines } from './ledgers.ts'
import { insertMatters } from './matter.ts'

export interface SampleLogin {
  readonly county: string
  readonly login: string
  readonly password: string
  readonly post: string
}

/**
 * Fills the sample counties that are not there yet, but for their ledgers, each in one transaction of the owner: a start
 * that is killed half-way leaves whole counties or none, and the next start goes on.
 */
export async function seedSamples(house: House, owner: pg.PoolConfig, logins: readonly SampleLogin[]): Promise<void> {
  // Hashing is the longest single piece of work and needs no database: it goes on beside everything else.
  const hashes = new Map(logins.map(({ login, password }) => [login, hashPassword(password)]))
  const db = openDb(owner, 1)
  try {
    for (const county of sampleCounties(house.clock.today())) {
      await db.withActor(systemActor(county.code, 'seed'), async (trx) => {
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('county')
          .values({ code: county.code, name: county.name, settings: '{}' })
          .onConflict((c) => c.doNothing())
          .executeTakeFirstOrThrow()
        if (!numInsertedOrUpdatedRows) return
        const directory = await seedDirectory(trx, house.master, county)
        await seedDocuments(house, trx, county, directory)
        await seedKeepers(trx, county.code, directory.units)
        await seedOutlines(trx, county.code, county.outlines ?? [], directory.units)
        for (const [login, id] of directory.accounts) await setHash(trx, id, await hashes.get(login))
      })
    }
  } finally {
    // Work that was begun is heard of, also when a county failed.
    await Promise.allSettled(hashes.values())
    await db.close()
  }
}

async function seedDocuments(house: House, trx: Trx, county: SampleCounty, directory: SeededDirectory): Promise<void> {
  const today = house.clock.today()
  const entries = (await loadDirectory(trx, county.code, today)).entries
  const documents = new Map<string, number>()
  for (const document of county.documents)
    documents.set(document.id, await insertDocument(trx, county, document, entries, directory))
  const numbers = new Map<string, number>()
  const evidence = await evidenceFiles(house, trx, county, allEvents(county), directory)
  const context = {
    house,
    trx,
    county,
    directory,
    documents,
    files: evidence.idsOf,
    texts: new Map(county.documents.map((d) => [d.id, d])),
    clauses: await clausesOf(trx, county.code, documents),
    scheme: await loadScheme(trx, county.code, today),
    calendar: await loadCalendar(trx, county.code),
    nextNumber: (year: string) => {
      const n = (numbers.get(year) ?? 0) + 1
      numbers.set(year, n)
      return `${year}-${String(n).padStart(4, '0')}`
    },
  }
  for (const document of county.documents) await insertMatters(context, document)
  for (const [year, value] of numbers)
    await trx
      .insertInto('counter')
      .values({ county: county.code, name: `matter-${year}`, value })
      .execute()
  await finishDocuments(trx, county, documents)
  await evidence.written
}

function* allEvents(county: SampleCounty): Generator<{ matter: SampleMatter; event: SampleEvent }> {
  for (const document of county.documents) {
    if (document.state !== 'issued') continue
    for (const matter of document.matters) for (const event of county.historyOf(matter)) yield { matter, event }
  }
}

async function insertDocument(
  trx: Trx,
  county: SampleCounty,
  document: SampleDocument,
  units: readonly UnitEntry[],
  directory: SeededDirectory,
): Promise<number> {
  const reading = readDocument(document.text, { title: document.title, date: document.date, units })
  const dispatcher = county.accounts.find((a) => a.post === 'dispatcher')
  const row = await trx
    .insertInto('document')
    .values({
      county: county.code,
      title: document.title,
      kind: reading.document.kind,
      date: document.date,
      number: document.number,
      issued_on: document.issuedOn,
      scope: document.scope,
      declarer: document.declarer,
      state: document.state,
      created_by: dispatcher ? (directory.accounts.get(dispatcher.login) ?? null) : null,
      text: document.text,
      outline: JSON.stringify(reading.outline),
      sentences: JSON.stringify(reading.sentences),
      refused: JSON.stringify(reading.coverage.refused),
      obligations: reading.coverage.obligations,
      covered: reading.coverage.covered,
      consult_due: document.consultDue,
      file: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The clause of any place in a document's text. */
async function clausesOf(
  trx: Trx,
  county: string,
  documents: ReadonlyMap<string, number>,
): Promise<(document: string, at: number) => string | null> {
  const rows = await trx.selectFrom('document').select(['id', 'sentences']).where('county', '=', county).execute()
  const byId = new Map(rows.map((r) => [r.id, r.sentences]))
  return (document, at) =>
    byId.get(documents.get(document) ?? 0)?.find((s) => s.start <= at && at < s.end)?.clause ?? null
}

/**
 * Who sees each document, and what the coverage says now that every matter has its place. One update a document: its
 * audit carries the whole reading.
 */
async function finishDocuments(trx: Trx, county: SampleCounty, documents: ReadonlyMap<string, number>): Promise<void> {
  for (const id of documents.values()) {
    const document = await trx
      .selectFrom('document')
      .select(['sentences', 'refused'])
      .where('county', '=', county.code)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const sources = await trx
      .selectFrom('matter_source')
      .select(['start_at', 'end_at'])
      .where('county', '=', county.code)
      .where('document', '=', id)
      .execute()
    const isCovered = (s: { start: number; end: number }) =>
      sources.some((q) => q.start_at < s.end && q.end_at > s.start)
    const asked = document.sentences.filter((s) => s.role === 'obligation' || s.role === 'target' || isCovered(s))
    const refused = asked
      .filter((s) => !isCovered(s))
      .map((s) => ({
        start: s.start,
        end: s.end,
        why:
          document.refused.find((r) => r.start < s.end && r.end > s.start)?.why ??
          '属共性要求或与其他事项重复，由财经办人工核减',
      }))
    await sql`
      update document d set
        seen_by = coalesce((
          select array_agg(distinct k) from matter_source s join matter m on m.county = s.county and m.id = s.matter, unnest(m.seen_by) k
          where s.county = d.county and s.document = d.id), '{}'),
        refused = ${JSON.stringify(refused)}, obligations = ${asked.length}, covered = ${asked.length - refused.length}
      where d.county = ${county.code} and d.id = ${id}`.execute(trx)
  }
}
