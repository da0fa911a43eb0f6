import type { LessonItem, LessonKind, LessonState, Page } from '@yipanqi/model'
import { roleWords } from '@yipanqi/reading'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { faults } from '../../http/fault.ts'
import { loadNames } from '../../people.ts'

export interface LessonQuery {
  readonly kind?: LessonKind | undefined
  readonly state?: LessonState | undefined
  readonly text?: string | undefined
  readonly after?: number | undefined
  readonly limit: number
}

/** Throws 403: what is learned comes from the office's own corrections, and it answers for them. */
export function requireLexicon(actor: Actor): void {
  if (actor.post === 'dispatcher') return
  throw faults.forbidden('您不能看或改纠正词库', '纠正词库来自财经办改稿，由财经办管理', 'dispatcher')
}

interface Row {
  id: number
  kind: LessonKind
  words: string[]
  beside: string[]
  from: string | null
  to: string | null
  sample: string
  times: number
  document: number | null
  title: string | null
  account: number | null
  on: string
  state: LessonState
  reason: string | null
  changed_by: number | null
  changed_on: string | null
  version: number
}

/** Newest first. A county has hundreds of these, at most some thousands: looked through within the county. */
export async function listLessons(house: House, trx: Trx, actor: Actor, query: LessonQuery): Promise<Page<LessonItem>> {
  const { county } = actor
  const text = query.text?.trim()
  const where = [
    sql`l.county = ${county}`,
    ...(query.kind ? [sql`l.kind = ${query.kind}`] : []),
    ...(query.state ? [sql`l.state = ${query.state}`] : []),
    ...(text
      ? [
          sql`strpos(concat_ws(' ', l.sample, l.words::text, l.beside::text, l.to_word, f.name, t.name, d.title), ${text}) > 0`,
        ]
      : []),
  ]
  const from = sql`lesson l
    left join unit f on f.county = l.county and f.id = l.from_unit
    left join unit t on t.county = l.county and t.id = l.to_unit
    left join document d on d.county = l.county and d.id = l.document
    where ${sql.join(where, sql` and `)}`
  const { rows } = await sql<Row>`
    select l.id, l.kind, l.words, l.beside, coalesce(f.short, l.from_word) as "from", coalesce(t.short, l.to_word) as "to",
      l.sample, l.times, d.id as document, d.title, l.account, l.learned_on::text as "on", l.state, l.reason,
      l.changed_by, l.changed_on::text as changed_on, l.version
    from ${from} ${query.after ? sql`and l.id < ${query.after}` : sql``}
    order by l.id desc limit ${sql.lit(query.limit + 1)}`.execute(trx)
  const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n from ${from}`.execute(trx)
  const shown = rows.slice(0, query.limit)
  const names = await loadNames(
    house,
    trx,
    county,
    shown.flatMap((row) => [row.account, row.changed_by]),
  )
  return {
    items: shown.map((row) => present(row, names)),
    next: rows.length > query.limit ? String(shown.at(-1)?.id) : null,
    count: { value: counted[0]?.n ?? 0, exact: true },
  }
}

function present(row: Row, names: ReadonlyMap<number, string>): LessonItem {
  const named = (word: string | null): string | null => (row.kind === 'role' && word !== null ? roleWords(word) : word)
  return {
    id: row.id,
    kind: row.kind,
    words: row.words,
    beside: row.beside,
    from: named(row.from),
    to: named(row.to) ?? '',
    sample: row.sample,
    times: row.times,
    document: row.document === null ? null : { id: row.document, title: row.title ?? '' },
    by: row.account === null ? '系统' : (names.get(row.account) ?? ''),
    on: row.on,
    state: row.state,
    reason: row.reason,
    changedBy: row.changed_by === null ? null : (names.get(row.changed_by) ?? ''),
    changedOn: row.changed_on,
    version: row.version,
  }
}
