// A tie between a matter and a record, or its end, in the history of both. The event names the record by its number;
// what it is called is said to each reader under their own rights.
import type { MatterEvent } from '@yipanqi/model'
import { mayInLibrary, type Change } from '@yipanqi/model/libraries/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { record as recordEvent } from '../../loop/record.ts'
import { loadNames } from '../../people.ts'
import type { Ledger } from '../ledger.ts'
import { findLedger } from '../load-ledger.ts'
import { loadTitles } from '../records/load-titles.ts'
import { loadRows, plainValues } from '../records/record-row.ts'

export interface Tie {
  readonly matter: number
  readonly library: string
  readonly record: number
}

const verbs = { link: '关联', unlink: '取消关联' } as const

/** Answers the event, for whoever tells of it. */
export async function recordTie(trx: Trx, actor: Actor, action: keyof typeof verbs, tie: Tie): Promise<number> {
  const { matter, library, record } = tie
  const event = await recordEvent(trx, actor, { action, matter, details: { library, record } })
  await trx.insertInto('event_record').values({ county: actor.county, library, record, event }).execute()
  return event
}

const tieOf = ({ action, details }: MatterEvent): { library: string; record: number; verb: string } | null => {
  if (action !== 'link' && action !== 'unlink') return null
  const { library, record } = details
  return typeof library === 'string' && typeof record === 'number' ? { library, record, verb: verbs[action] } : null
}

/** A matter's events with words for its ties. A record that the reader does not see stays unnamed and unnumbered. */
export async function wordTies(trx: Trx, actor: Actor, events: readonly MatterEvent[]): Promise<MatterEvent[]> {
  const ties = events.map(tieOf)
  const titles = new Map<string, string>()
  for (const library of new Set(ties.flatMap((t) => t?.library ?? []))) {
    const ledger = await findLedger(trx, actor, library)
    if (!ledger || !mayInLibrary(actor, ledger.library, 'read')) continue
    const ids = ties.flatMap((t) => (t?.library === library ? [t.record] : []))
    const rows = [...(await loadRows(trx, actor, ledger, [...new Set(ids)])).values()]
    const names = await loadTitles(
      trx,
      actor,
      ledger,
      rows.map((row) => plainValues(ledger, row)),
    )
    for (const [i, row] of rows.entries())
      titles.set(`${library} ${row.id}`, `${ledger.library.name}的“${names[i] ?? ''}”`)
  }
  return events.map((event, i) => {
    const tie = ties[i]
    if (!tie) return event
    const title = titles.get(`${tie.library} ${tie.record}`)
    if (title === undefined) return { ...event, text: `${tie.verb}了一条您看不到的台账记录`, details: {} }
    return { ...event, text: `${tie.verb}${title}` }
  })
}

/** Ties in a record's own history: of matters that the reader sees. */
export async function tiesOfRecord(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  record: number,
): Promise<Change[]> {
  const rows = await trx
    .selectFrom('event_record as x')
    .innerJoin('event as e', (j) => j.onRef('e.county', '=', 'x.county').onRef('e.id', '=', 'x.event'))
    // Row security of the matter decides; the event has none of its own.
    .innerJoin('matter as m', (j) => j.onRef('m.county', '=', 'e.county').onRef('m.id', '=', 'e.matter'))
    .select(['e.id', 'e.at', 'e.action', 'e.account', 'm.title'])
    .where('x.county', '=', actor.county)
    .where('x.library', '=', ledger.library.id)
    .where('x.record', '=', record)
    .orderBy('e.id')
    .execute()
  const people = await loadNames(
    house,
    trx,
    actor.county,
    rows.map((r) => r.account),
  )
  return rows.map(
    (r): Change => ({
      id: r.id,
      at: r.at,
      op: 'L',
      who: r.account === null ? '系统' : (people.get(r.account) ?? null),
      post: null,
      reason: null,
      fields: [
        {
          name: 'matters',
          label: '关联事项',
          before: r.action === 'unlink' ? r.title : '',
          after: r.action === 'unlink' ? '' : r.title,
        },
      ],
    }),
  )
}
