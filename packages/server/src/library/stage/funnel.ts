// 漏斗: how many entered each stage, went on, left; how long they stayed; who is stuck. Counted from the steps as they
// happened, over the records that the reader sees.
import { daysBetween } from '@yipanqi/base'
import type { Funnel, Ladder } from '@yipanqi/model/libraries/index.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import type { Ledger } from '../ledger.ts'
import { askOf } from '../list/ask.ts'
import { rowsFrom } from '../list/rows-from.ts'
import { ladderOf } from './read-gates.ts'

interface Flow {
  readonly stage: string
  readonly entered: number
  readonly went_on: number
  readonly left_by_exit: number
  readonly ended: number
  readonly q1: number | null
  readonly median: number | null
  readonly q3: number | null
}
interface Stuck {
  readonly stage: string
  readonly id: number
  readonly title: string | null
  readonly since: string
  /** How many are stuck in its stage. */
  readonly n: number
}

const exampleCount = 5

export async function readFunnel(
  house: House,
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  query: { readonly filter?: string | undefined; readonly search?: string | undefined },
): Promise<Funnel> {
  const ladder = ladderOf(ledger)
  const today = house.clock.today()
  const from = rowsFrom(ledger, actor, await askOf(trx, actor, ledger, query))
  const flows = await loadFlows(trx, actor, ledger, from, ladder)
  const standing = await loadStanding(trx, from)
  const stuck = await loadStuck(trx, ledger, from, ladder, today)
  const main = ladder.stages.filter((s) => !s.exit)
  return {
    stages: main.map((stage) => {
      const flow = flows.get(stage.id)
      const entered = flow?.entered ?? 0
      const wentOn = flow?.went_on ?? 0
      const here = stuck.filter((s) => s.stage === stage.id)
      return {
        stage: stage.id,
        name: stage.name,
        entered,
        now: standing.get(stage.id) ?? 0,
        wentOn,
        left: flow?.left_by_exit ?? 0,
        conversion: entered === 0 ? null : Math.round((wentOn * 10_000) / entered),
        dwell:
          flow && flow.ended > 0
            ? { n: flow.ended, q1: flow.q1 ?? 0, median: flow.median ?? 0, q3: flow.q3 ?? 0 }
            : null,
        stalledAfter: ladder.stalledAfter?.[stage.id] ?? null,
        stalled: here[0]?.n ?? 0,
        examples: here.map((s) => ({
          id: s.id,
          title: s.title ?? '（未填名称）',
          since: s.since,
          days: daysBetween(s.since, today),
        })),
      }
    }),
    exits: ladder.stages
      .filter((s) => s.exit)
      .map((s) => ({ stage: s.id, name: s.name, now: standing.get(s.id) ?? 0 })),
    asOf: today,
  }
}

/**
 * One row a stay: a step into a stage until the next step. A step from a stage to itself puts a day right: it stands for
 * the one before. A record without steps (brought in from elsewhere) has been where it stands since its own day.
 */
async function loadFlows(
  trx: Trx,
  actor: Actor,
  ledger: Ledger,
  from: RawBuilder<unknown>,
  ladder: Ladder,
): Promise<Map<string, Flow>> {
  const main = ladder.stages.filter((s) => !s.exit).map((s) => s.id)
  const { rows } = await sql<Flow>`
    with seen as (select r.id, r.stage, r.stage_since ${from}),
    steps as (
      select s.record, s.id, s.to_stage as stage, s.since,
        lead(s.from_stage = s.to_stage) over w as mended
      from stage_step s join seen on seen.id = s.record
      where s.county = ${actor.county} and s.library = ${ledger.library.id}
      window w as (partition by s.record order by s.id)
    ),
    stays as (
      select record, id, stage, since, lead(stage) over w as next_stage, lead(since) over w as until
      from (
        select record, id, stage, since from steps where mended is not true
        union all
        select id, 0, stage, stage_since from seen where not exists (select 1 from steps where steps.record = seen.id)
      ) s
      window w as (partition by record order by id)
    ),
    placed as (select *, array_position(${main}::text[], stage) as place from stays)
    select p.stage,
      count(distinct p.record) as entered,
      count(distinct p.record) filter (where exists (
        select 1 from placed q where q.record = p.record and q.id > p.id and q.place > p.place)) as went_on,
      count(distinct p.record) filter (where p.next_stage is not null and not p.next_stage = any (${main}::text[])) as left_by_exit,
      count(p.until) as ended,
      percentile_cont(0.25) within group (order by p.until - p.since) filter (where p.until is not null) as q1,
      percentile_cont(0.5) within group (order by p.until - p.since) filter (where p.until is not null) as median,
      percentile_cont(0.75) within group (order by p.until - p.since) filter (where p.until is not null) as q3
    from placed p where p.place is not null group by p.stage`.execute(trx)
  return new Map(rows.map((r) => [r.stage, r]))
}

async function loadStanding(trx: Trx, from: RawBuilder<unknown>): Promise<Map<string, number>> {
  const { rows } = await sql<{
    stage: string
    n: number
  }>`select r.stage, count(*) as n ${from} group by r.stage`.execute(trx)
  return new Map(rows.map((r) => [r.stage, r.n]))
}

/** The longest of each stage first. Work in a final stage is over and cannot be stuck. */
async function loadStuck(
  trx: Trx,
  ledger: Ledger,
  from: RawBuilder<unknown>,
  ladder: Ladder,
  today: string,
): Promise<Stuck[]> {
  const limits = ladder.stages.flatMap((s) => {
    const days = ladder.stalledAfter?.[s.id]
    return days === undefined || s.final || s.exit ? [] : [{ stage: s.id, days }]
  })
  if (limits.length === 0) return []
  const title = sql.ref(`r.${ledger.columns(ledger.library.title)[0]}`)
  const over = sql.join(
    limits.map(({ stage, days }) => sql`(r.stage = ${stage} and ${today}::date - r.stage_since > ${days}::int)`),
    sql` or `,
  )
  const { rows } = await sql<Stuck>`
    select stage, id, title, since, n from (
      select r.stage, r.id, ${title} as title, r.stage_since as since, count(*) over (partition by r.stage) as n,
        row_number() over (partition by r.stage order by r.stage_since, r.id) as place
      ${from} and (${over})
    ) stuck where place <= ${sql.lit(exampleCount)} order by stage, place`.execute(trx)
  return rows
}
