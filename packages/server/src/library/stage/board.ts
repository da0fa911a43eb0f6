// 看板: a column a stage, those that have stood longest first.
import { daysBetween, isIsoDate } from '@yipanqi/base'
import type { Board, BoardCard, boardQuery, Stage, Values } from '@yipanqi/model/libraries/index.ts'
import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { faults } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { askOf } from '../list/ask.ts'
import { rowsFrom } from '../list/rows-from.ts'
import { loadRecordNames } from '../records/record-names.ts'
import { titleOf } from '../records/record-row.ts'
import { valuesOf } from '../rows.ts'
import { ladderOf } from './read-gates.ts'

type Row = { id: number; version: number; stage: string; stage_since: string } & Record<string, unknown>

export async function readBoard(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  query: z.output<typeof boardQuery>,
): Promise<Board> {
  const ladder = ladderOf(ledger)
  const today = house.clock.today()
  const stages = query.stage === undefined ? ladder.stages : ladder.stages.filter((s) => s.id === query.stage)
  if (stages.length === 0) throw faults.invalid('没有这个阶段', [{ path: 'stage', message: '请从阶段里选' }])
  const after = readAfter(query.stage, query.after)
  const from = rowsFrom(ledger, actor, await askOf(trx, actor, ledger, query))
  const counts = await countStages(trx, from, stages, ladder.stalledAfter ?? {}, today)
  const fields = [...new Set([ledger.library.title, ...ledger.library.columns])].filter(
    (name) => !ledger.library.fields[name]?.sealed,
  )
  const columns: Board['columns'] = []
  const shown: Values[] = []
  for (const stage of stages) {
    const count = counts.get(stage.id) ?? { n: 0, stalled: 0 }
    const rows = count.n === 0 ? [] : await loadCards(trx, ledger, from, stage.id, fields, after, query.limit + 1)
    const page = rows.slice(0, query.limit)
    const missing = await countMissing(trx, actor, ledger, page)
    const limit = ladder.stalledAfter?.[stage.id]
    const last = page.at(-1)
    columns.push({
      stage: stage.id,
      name: stage.name,
      exit: stage.exit ?? false,
      final: stage.final ?? false,
      count: count.n,
      stalled: stage.final ? 0 : count.stalled,
      cards: page.map((row) => {
        const values = valuesOf(ledger, row, fields)
        shown.push(values)
        return cardOf(ledger, row, values, {
          today,
          missing: missing.get(row.id) ?? 0,
          limit: stage.final ? undefined : limit,
        })
      }),
      next: rows.length > page.length && last ? `${last.stage_since}.${last.id}` : null,
    })
  }
  return { columns, names: await loadRecordNames(trx, actor, ledger.library, shown) }
}

interface After {
  readonly since: string
  readonly id: number
}

function readAfter(stage: string | undefined, text: string | undefined): After | null {
  if (text === undefined) return null
  const [since = '', id = ''] = text.split('.')
  if (stage === undefined || !isIsoDate(since) || !/^[1-9]\d{0,15}$/.test(id))
    throw faults.invalid('翻页位置不对', [{ path: 'after', message: '请从这一列的开头重新看' }])
  return { since, id: Number(id) }
}

async function countStages(
  trx: Trx,
  from: RawBuilder<unknown>,
  stages: readonly Stage[],
  stalledAfter: Readonly<Record<string, number>>,
  today: string,
): Promise<Map<string, { n: number; stalled: number }>> {
  const limits = stages.flatMap((s) => (stalledAfter[s.id] === undefined ? [] : [[s.id, stalledAfter[s.id]] as const]))
  const stalled =
    limits.length === 0
      ? sql`false`
      : sql.join(
          limits.map(([stage, days]) => sql`(r.stage = ${stage} and ${today}::date - r.stage_since > ${days}::int)`),
          sql` or `,
        )
  const { rows } = await sql<{ stage: string; n: number; stalled: number }>`
    select r.stage, count(*) as n, count(*) filter (where ${stalled}) as stalled
    ${from} and r.stage in (${sql.join(stages.map((s) => s.id))}) group by r.stage`.execute(trx)
  return new Map(rows.map((r) => [r.stage, r]))
}

async function loadCards(
  trx: Trx,
  ledger: Ledger,
  from: RawBuilder<unknown>,
  stage: string,
  fields: readonly string[],
  after: After | null,
  limit: number,
): Promise<Row[]> {
  const columns = [...new Set(fields.flatMap((name) => ledger.columns(name)))].map((c) => sql.ref(`r.${c}`))
  const rest = after
    ? sql`and (r.stage_since > ${after.since}::date or (r.stage_since = ${after.since}::date and r.id > ${after.id}))`
    : sql``
  const { rows } = await sql<Row>`
    select r.id, r.version, r.stage, r.stage_since, ${sql.join(columns)}
    ${from} and r.stage = ${stage} ${rest} order by r.stage_since, r.id limit ${sql.lit(limit)}`.execute(trx)
  return rows
}

/** 缺件 carried along, by record. */
async function countMissing(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  rows: readonly Row[],
): Promise<Map<number, number>> {
  if (rows.length === 0) return new Map()
  const found = await trx
    .selectFrom('stage_paper')
    .select(['record', (eb) => eb.fn.countAll<number>().as('n')])
    .where('county', '=', actor.county)
    .where('library', '=', ledger.library.id)
    .where('state', '=', 'missing')
    .where(
      'record',
      'in',
      rows.map((r) => r.id),
    )
    .groupBy('record')
    .execute()
  return new Map(found.map((f) => [f.record, f.n]))
}

function cardOf(
  ledger: Ledger,
  row: Row,
  values: Values,
  facts: { readonly today: string; readonly missing: number; readonly limit: number | undefined },
): BoardCard {
  const days = daysBetween(row.stage_since, facts.today)
  return {
    id: row.id,
    title: titleOf(ledger.library, values),
    stageSince: row.stage_since,
    days,
    stalled: facts.limit !== undefined && days > facts.limit,
    missing: facts.missing,
    version: row.version,
    values,
  }
}
