// Why the reader decided so. The reader is deterministic and a document's text never changes, so its reasons are read
// again when somebody asks instead of being kept with every matter.
import type { MatterReasons, Reasons } from '@yipanqi/model'
import {
  unitBook,
  unknownUnits,
  type Deadline,
  type Matter,
  type Reading,
  type Reason,
  type Target,
} from '@yipanqi/reading'
import { loadCountyDays } from '../county-day.ts'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { faults } from '../http/fault.ts'
import { loadUnits } from '../loop/refuse.ts'
import { loadDirectory, type Directory } from './directory.ts'
import { getDocument, matterIdsOf, type DocumentRow } from './document-row.ts'
import { loadLexicon } from './lexicon/load-lexicon.ts'
import { readInThread } from './read-in-thread.ts'

/** For the office that drafts; the reasons of a document that it may not see are 404 as the document is. */
export async function documentReasons(house: House, trx: Trx, actor: Actor, id: number): Promise<Reasons> {
  if (actor.post !== 'dispatcher') throw faults.forbidden('您不能查看读文依据', '拟稿由财经办办理', 'dispatcher')
  const document = await getDocument(trx, actor.county, id)
  const today = house.clock.today()
  const directory = await loadDirectory(trx, actor.county, today)
  const reading = await readAgain(trx, document, directory)
  const pairs = await pairWithDrafts(trx, actor.county, id, reading.matters)
  return {
    document: id,
    matters: pairs.map(({ id: matter, read }) => reasonsOf(matter, read, reading.matters)),
    unknownUnits: await presentUnknown(trx, actor.county, id, reading, directory, pairs),
  }
}

/** Reads the kept text as if it came in today: with the units as they are called, and what the county has learned. */
export async function readAgain(trx: Trx, document: DocumentRow, directory: Directory): Promise<Reading> {
  return readInThread(document.text, {
    title: document.title,
    ...(document.date ? { date: document.date } : {}),
    units: directory.entries,
    lexicon: await loadLexicon(trx, document.county),
    days: await loadCountyDays(trx, document.county),
  })
}

interface Pair {
  readonly id: number
  readonly read: Matter
}

/**
 * Which draft came from which matter of the reading: those of one stretch of text were inserted in the order of the
 * reading. Parts that a clerk split off later share the reasons of the first.
 */
export async function pairWithDrafts(
  trx: Trx,
  county: string,
  document: number,
  read: readonly Matter[],
): Promise<Pair[]> {
  const sources = await trx
    .selectFrom('matter_source')
    .select(['matter', 'start_at', 'end_at'])
    .where('county', '=', county)
    .where('document', '=', document)
    .orderBy('matter')
    .execute()
  const standing = new Set(await matterIdsOf(trx, county, document))
  const key = (start: number, end: number): string => `${start}-${end}`
  const readAt = new Map<string, Matter[]>()
  for (const matter of read) {
    const place = key(matter.start, matter.end)
    readAt.set(place, [...(readAt.get(place) ?? []), matter])
  }
  const taken = new Map<string, number>()
  return sources.flatMap(({ matter, start_at, end_at }): Pair[] => {
    const place = key(start_at, end_at)
    const index = taken.get(place) ?? 0
    taken.set(place, index + 1)
    const here = readAt.get(place) ?? []
    // One that a clerk listed by hand holds the whole sentence, where the reader took a part of it.
    const from = here[index] ?? here[0] ?? read.find((m) => m.start < end_at && m.end > start_at)
    return from && standing.has(matter) ? [{ id: matter, read: from }] : []
  })
}

function reasonsOf(matter: number, read: Matter, all: readonly Matter[]): MatterReasons {
  return {
    matter,
    units: { written: read.units.explicit, lead: read.units.lead, support: read.units.support },
    deadlines: read.deadlines.map(presentDeadline),
    targets: read.targets.map(presentTarget),
    split: whySplit(read, all),
    reasons: (read.reasons ?? []).map(({ about, why, words }) => ({ about, why, words, value: valueOf(read, about) })),
  }
}

/** What was decided, where it is one word or sentence: the field may hold a clerk's own by now. */
function valueOf(read: Matter, about: Reason['about']): string | null {
  if (about === 'title' || about === 'kind' || about === 'attitude' || about === 'doneWhen') return read[about]
  return null
}

function presentDeadline(d: Deadline): MatterReasons['deadlines'][number] {
  const { start, end, text, from, to, recur } = d
  const workdays = text.includes('工作日')
  return { start, end, text, from, to, recur, provisional: d.provisional === true, workdays, why: d.why ?? null }
}

function presentTarget(t: Target): MatterReasons['targets'][number] {
  const { start, end, text, indicator, relation, basis, value, to, unit, masked, normal } = t
  return { start, end, text, indicator, relation, basis, value, to, unit, masked, normal, why: t.why ?? null }
}

function whySplit(read: Matter, all: readonly Matter[]): string {
  const own = read.reasons?.find((r) => r.about === 'split')
  if (own) return own.why
  const children = all.filter((m) => m.parent === read.id).length
  if (read.parent !== null) {
    const siblings = all.filter((m) => m.parent === read.parent)
    return `这一句并列列出 ${siblings.length} 项工程，牵头单位各不相同，逐项单列；这是第 ${siblings.indexOf(read) + 1} 项`
  }
  if (children > 0) return `这一句并列列出 ${children} 项工程，牵头单位各不相同，另逐项单列`
  const same = all.filter((m) => m.start === read.start && m.end === read.end)
  const near = same.length > 1 ? same : all.filter((m) => m.start < read.end && m.end > read.start)
  if (near.length > 1) return `这一句要求不同单位办不同的事，拆为 ${near.length} 项`
  if (read.measures.length > 1) return `这一句有 ${read.measures.length} 条举措，由同一单位办，合为一项`
  return '这一句只要求办一件事，列为一项'
}

async function presentUnknown(
  trx: Trx,
  county: string,
  document: number,
  reading: Reading,
  directory: Directory,
  pairs: readonly Pair[],
): Promise<Reasons['unknownUnits']> {
  const unknown = unknownUnits(reading, unitBook(directory.entries)).filter((u) => directory.find(u.name) === null)
  if (unknown.length === 0) return []
  const given = await unitsGiven(trx, county, document)
  const counterpart = (name: string | null): number | null => (name === null ? null : directory.find(name))
  const units = await loadUnits(trx, county, [...unknown.map((u) => counterpart(u.counterpart)), ...given.values()])
  const ref = (id: number | null | undefined) => (id == null ? null : (units.get(id) ?? null))
  return unknown
    .filter((u) => !isGroup(u.name))
    .map((u) => ({
      name: u.name,
      matters: pairs.filter((p) => u.matters.includes(p.read.id)).map((p) => p.id),
      counterpart: ref(counterpart(u.counterpart)),
      given: ref(given.get(u.name)),
    }))
}

/** 各乡镇、有关部门: many units, and never one that could be matched. */
const isGroup = (name: string): boolean => /^(?:各|有关|相关|全县|其他)/.test(name)

/** What a clerk has already said about names of this document, the last word of each. */
async function unitsGiven(trx: Trx, county: string, document: number): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom('event')
    .select('details')
    .where('county', '=', county)
    .where('document', '=', document)
    .where('action', '=', 'match-unit')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ details }) => [String(details['name']), Number(details['unit'])]))
}
