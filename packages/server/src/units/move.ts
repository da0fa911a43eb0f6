// What is open goes from a unit to its heirs, set by set: leads, supports, open answers, accounts, ties of others.
import { beforeIssue, inForce, type UnitMove } from '@yipanqi/model'
import { sql } from 'kysely'
import { Fault } from '../http/fault.ts'
import { announce } from '../live/live.ts'
import type { Order } from './carry-out.ts'
import type { UnitRow } from './directory.ts'
import { followDocuments } from './follow-audience.ts'
import { moveTies } from './move-ties.ts'

export interface Share {
  readonly heir: UnitRow
  /** 督办编号 that go to this heir whatever the rest does. */
  readonly matters: readonly string[]
  readonly accounts: readonly number[]
}

interface Open {
  readonly id: number
  readonly number: string | null
  readonly state: string
  readonly leads: boolean
}

const listed = 200

/** Moves what is open, and answers what went where. Where the unit is its own heir, what is not named stays with it. */
export async function move(order: Order, unit: UnitRow, shares: readonly Share[]): Promise<UnitMove[]> {
  const open = await openMatters(order, unit.id)
  const main = shares.find((s) => s.heir.id === unit.id) ?? (shares[0] as Share)
  const heirOf = assign(unit, open, shares)
  const moves: UnitMove[] = []
  for (const share of shares) {
    if (share.heir.id === unit.id) continue
    const mine = open.filter((m) => (heirOf.get(m.id) ?? main) === share)
    const answers = await moveMatters(order, unit, share.heir, mine)
    const rest = share === main
    const ended = main.heir.id !== unit.id
    const ties = rest && ended ? await moveTies(order, unit.id, share.heir.id, heirIds(shares)) : noTies
    moves.push({
      from: refOf(unit),
      to: refOf(share.heir),
      lead: mine.filter((m) => m.leads).length,
      support: mine.filter((m) => !m.leads).length,
      answers,
      drafts: mine.filter((m) => (beforeIssue as readonly string[]).includes(m.state)).length,
      accounts: await moveAccounts(order, unit.id, share, rest ? shares.filter((s) => s !== share) : null),
      ...ties,
      numbers: mine.flatMap((m) => m.number ?? []).slice(0, listed),
    })
  }
  return moves
}

const noTies = { children: 0, leaders: 0, records: 0 }
const heirIds = (shares: readonly Share[]) => shares.map((s) => s.heir.id)

export function refOf({ id, code, name, short }: UnitRow) {
  return { id, code, name, short }
}

async function openMatters({ trx, actor }: Order, unit: number): Promise<Open[]> {
  const states = [...beforeIssue, ...inForce]
  const { rows } = await sql<Open>`
    select m.id, m.number, m.state, m.lead_unit = ${unit}::bigint as leads from matter m
    where m.county = ${actor.county} and m.state = any (${states}) and (m.lead_unit = ${unit}
      or exists (select 1 from matter_support s where s.county = m.county and s.matter = m.id and s.unit = ${unit}))
    order by m.id for update of m`.execute(trx)
  return rows
}

/** Matters that the order gives to an heir by number. A number that is not the unit's own open work is refused. */
function assign(unit: UnitRow, open: readonly Open[], shares: readonly Share[]): Map<number, Share> {
  const byNumber = new Map(open.flatMap((m) => (m.number === null ? [] : [[m.number, m.id] as const])))
  const out = new Map<number, Share>()
  const unknown: string[] = []
  for (const share of shares) {
    for (const number of share.matters) {
      const id = byNumber.get(number)
      if (id === undefined) unknown.push(number)
      else if (out.has(id) && out.get(id) !== share)
        throw refused(`督办编号 ${number} 分给了两个单位`, '一项只能归一个单位')
      else out.set(id, share)
    }
  }
  if (unknown.length > 0)
    throw refused(`${unit.name}没有这些在办事项：${unknown.slice(0, 10).join('、')}`, '请核对督办编号；已办结的不转')
  return out
}

/** Answers how many open answers went along. */
async function moveMatters(order: Order, unit: UnitRow, heir: UnitRow, mine: readonly Open[]): Promise<number> {
  if (mine.length === 0) return 0
  const { trx, actor } = order
  const { county } = actor
  const leads = ids(mine.filter((m) => m.leads))
  const all = ids(mine)
  if (!heir.may_lead && mine.some((m) => m.leads))
    throw refused(
      `${heir.name}不能牵头，${unit.name}牵头的事项转不过去`,
      '请先把承接单位改为可以牵头，或由财经办把这些事项改派',
    )
  await sql`update matter set lead_unit = ${heir.id} where county = ${county} and id = any (${leads})`.execute(trx)
  await sql`
    insert into matter_support (county, matter, unit, part, position)
      select s.county, s.matter, ${heir.id}::bigint, s.part, s.position from matter_support s
      where s.county = ${county} and s.unit = ${unit.id} and s.matter = any (${all})
    on conflict (county, matter, unit) do update set
      part = concat_ws('；', nullif(matter_support.part, ''), nullif(excluded.part, ''))`.execute(trx)
  await sql`
    delete from matter_support s using matter m
    where s.county = ${county} and s.matter = any (${all}) and m.county = s.county and m.id = s.matter
      and (s.unit = ${unit.id} or (s.unit = ${heir.id} and m.lead_unit = ${heir.id}))`.execute(trx)
  const answers = await moveAnswers(order, unit.id, heir.id, all)
  await sql`update matter set version = version + 1, revision = nextval('revision')
    where county = ${county} and id = any (${all})`.execute(trx)
  await followDocuments(
    trx,
    county,
    mine.map((m) => m.id),
  )
  await tell(order, unit, heir, mine)
  return answers
}

/** An answer already given stays the old unit's word; an open one is now the heir's to give, once. */
async function moveAnswers({ trx, actor }: Order, unit: number, heir: number, matters: string): Promise<number> {
  const moved = await sql<{ id: number }>`
    update answer a set unit = ${heir}
    where a.county = ${actor.county} and a.unit = ${unit} and a.opinion is null and a.matter = any (${matters})
      and not exists (select 1 from answer b where b.county = a.county and b.matter = a.matter and b.unit = ${heir})
    returning a.id`.execute(trx)
  await sql`delete from answer where county = ${actor.county} and unit = ${unit} and opinion is null
    and matter = any (${matters})`.execute(trx)
  return moved.rows.length
}

/** Each matter's history says why its unit is another one. */
async function tell({ trx, actor, body }: Order, unit: UnitRow, heir: UnitRow, mine: readonly Open[]): Promise<void> {
  const verb = body.kind === 'merge' ? '并入' : '职责划转'
  const text = (role: string) =>
    `机构改革：${unit.name}自${body.effectiveOn}起${verb}${heir.name}（${body.basis}），本项${role}单位相应改为${heir.name}`
  const details = JSON.stringify({ from: unit.id, to: heir.id, basis: body.basis, effectiveOn: body.effectiveOn })
  const { rows } = await sql<{ id: number }>`
    insert into event (county, matter, action, account, unit, text, details)
      select m.county, m.id, 'reorganise', ${actor.account}::bigint, ${actor.unit || null}::bigint,
        case when m.id = any (${ids(mine.filter((m) => m.leads))}) then ${text('牵头')} else ${text('配合')} end, ${details}::jsonb
      from matter m where m.county = ${actor.county} and m.id = any (${ids(mine)}) order by m.id
    returning id`.execute(trx)
  await announce(trx, {
    county: actor.county,
    event: rows.at(-1)?.id ?? 0,
    kind: 'matter',
    ids: mine.map((m) => m.id),
  })
}

/** Named accounts go with their share; the rest (others' named ones aside) with the main heir. */
async function moveAccounts(
  { trx, actor }: Order,
  unit: number,
  share: Share,
  others: readonly Share[] | null,
): Promise<number> {
  const named = others === null ? share.accounts : others.flatMap((s) => s.accounts)
  const chosen = sql`id = any (${`{${named.join(',')}}`}::bigint[])`
  const { rows } = await sql<{ id: number }>`
    update account set unit = ${share.heir.id}, version = version + 1
    where county = ${actor.county} and unit = ${unit} and state <> 'left'
      and ${others === null ? chosen : sql`not (${chosen})`}
    returning id`.execute(trx)
  return rows.length
}

function ids(matters: readonly Open[]): string {
  return `{${matters.map((m) => m.id).join(',')}}`
}

function refused(message: string, why: string): Fault {
  return new Fault(409, 'unit-change', message, { why, who: [{ unit: null, post: 'dispatcher' }] })
}
