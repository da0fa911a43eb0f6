// 同一件事问过没有: every draft of a document against all matters in force. Some thousands are compared in slices, so that
// others are answered meanwhile.
import { inForce, type DocumentTwins } from '@yipanqi/model'
import { twinIndex, type Twin } from '@yipanqi/reading'
import { sql } from 'kysely'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import { getDocument, matterIdsOf } from './document-row.ts'

/** Newest first; beyond this a county has other worries. */
const most = 20_000
const slice = 250
const answers = 25

interface Row {
  readonly id: number
  readonly title: string
  readonly text: string
}

export async function documentTwins(trx: Trx, actor: Actor, id: number): Promise<DocumentTwins> {
  const { county } = actor
  await getDocument(trx, county, id)
  const own = await matterIdsOf(trx, county, id)
  const { rows: drafts } = await sql<Row>`
    select id, title, left(text, 240) as text from matter
    where county = ${county} and id = any (${own}::bigint[]) and state <> all (${[...inForce]}::text[]) order by id`.execute(
    trx,
  )
  if (drafts.length === 0) return { looked: 0, items: [] }
  const { rows: known } = await sql<Row>`
    select id, title, left(text, 240) as text from matter
    where county = ${county} and state = any (${[...inForce]}::text[]) order by id desc limit ${sql.lit(most)}`.execute(
    trx,
  )
  const found = await findTwins(drafts, known)
  const rows = await twinRows(trx, county, [...new Set([...found.values()].flat().map((twin) => twin.id))])
  return {
    looked: known.length,
    items: drafts.flatMap(({ id: draft, title }) => {
      const twins = (found.get(draft) ?? []).flatMap((twin) => {
        const row = rows.get(twin.id)
        return row ? [{ ...row, score: twin.score, words: twin.words }] : []
      })
      return twins.length > 0 ? [{ draft, title, twins }] : []
    }),
  }
}

/** Twins by draft; pure but for its pauses. */
export async function findTwins(drafts: readonly Row[], known: readonly Row[]): Promise<Map<number, Twin[]>> {
  const index = twinIndex()
  for (const [at, row] of known.entries()) {
    index.add(row)
    if (at % slice === slice - 1) await breathe()
  }
  const found = new Map<number, Twin[]>()
  for (const [at, draft] of drafts.entries()) {
    found.set(draft.id, index.find(draft))
    if (at % answers === answers - 1) await breathe()
  }
  return found
}

type TwinRow = Omit<DocumentTwins['items'][number]['twins'][number], 'score' | 'words'>

async function twinRows(trx: Trx, county: string, ids: readonly number[]): Promise<Map<number, TwinRow>> {
  const { rows } = await sql<TwinRow>`
    select m.id, m.number, m.title, m.state, u.short as lead from matter m
    left join unit u on u.county = m.county and u.id = m.lead_unit
    where m.county = ${county} and m.id = any (${[...ids]}::bigint[])`.execute(trx)
  return new Map(rows.map((row) => [row.id, row]))
}
