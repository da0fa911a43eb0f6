// 交接: matters belong to unit and post and stay there; what hangs on the person goes to whoever takes over.
import { beforeIssue, inForce, postWords, type HandOverPreview, type UnitRef } from '@yipanqi/model'
import { libraries } from '@yipanqi/model/libraries/definitions/index.ts'
import { sql } from 'kysely'
import { asSystem } from '../db/as-system.ts'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import { Fault, faults } from '../http/fault.ts'
import type { House } from '../house.ts'
import { getUnit } from '../units/directory.ts'
import { getAccount, type AccountRow } from './account-row.ts'
import { presentAccounts } from './present.ts'

const open = [...beforeIssue, ...inForce]

/** Counts alone: administrators do not see titles. */
interface Personal {
  readonly drafts: number
  readonly private: number
  readonly matters: number
  readonly records: number
}

export async function previewHandOver(house: House, trx: Trx, actor: Actor, id: number): Promise<HandOverPreview> {
  const row = await getAccount(trx, actor.county, id)
  return asSystem(trx, actor, async () => {
    const personal = await personalWork(trx, row)
    const others = await trx
      .selectFrom('account')
      .selectAll()
      .where('county', '=', row.county)
      .where('state', '=', 'active')
      .where('post', '=', row.post)
      .where('id', '<>', row.id)
      .orderBy((eb) => eb('unit', '<>', row.unit))
      .orderBy('id')
      .limit(100)
      .execute()
    const items = await presentAccounts(house, trx, row.county, others)
    return {
      moves: movesOf(personal),
      stays: await staying(trx, row),
      warnings: await warningsOf(trx, row, personal, others.length),
      candidates: items.map(({ id, name, display, unit, post }) => ({ id, name, display, unit, post })),
    }
  })
}

function movesOf(p: Personal): HandOverPreview['moves'] {
  return [
    { count: p.drafts, measure: '份', what: '没有印发的拟稿', why: '经手人改为接手人' },
    { count: p.private, measure: '份', what: '未经本人审阅的记录稿', why: '只有经手人能看，改由接手人看' },
    { count: p.matters, measure: '项', what: '本人经办的事项', why: '数据范围是“仅本人经办”，随人转' },
    { count: p.records, measure: '条', what: '本人经办的台账记录', why: '数据范围是“仅本人经办”，随人转' },
  ].filter((m) => m.count > 0)
}

/** Hands everything personal to another account of the same post. Answers how much went. */
export async function handOver(trx: Trx, actor: Actor, row: AccountRow, to: number): Promise<number> {
  const heir = await getAccount(trx, row.county, to)
  if (heir.id === row.id || heir.state !== 'active')
    throw faults.invalid('接手人不对', [{ path: 'to', message: '接手的要是另一个在用的账号' }])
  const moved = await asSystem(trx, actor, async () => {
    const personal = await personalWork(trx, row)
    const sum = personal.drafts + personal.private + personal.matters + personal.records
    // Another post could not go on with them, nor even see them.
    if (sum > 0 && heir.post !== row.post)
      throw new Fault(409, 'other-post', `接手人要是${postWords[row.post]}`, {
        why: `名下有未了的事，别的角色办不了；请选同一角色的账号`,
        who: [{ unit: null, post: 'system-admin' }],
      })
    await carry(trx, actor, row, to)
    return { ...personal, sum }
  })
  const { sum, ...counts } = moved
  if (sum > 0)
    await trx
      .insertInto('hand_over')
      .values({
        county: row.county,
        from_account: row.id,
        to_account: to,
        moved: JSON.stringify(counts),
        account: actor.account,
      })
      .execute()
  return sum
}

async function carry(trx: Trx, actor: Actor, row: AccountRow, to: number): Promise<void> {
  const { county, id } = row
  const details = JSON.stringify({ from: id, to })
  const text = '交接：经手人离岗或换岗，由接手人继续办理'
  const tell = (column: 'document' | 'matter', ids: string) =>
    sql`insert into event (county, ${sql.ref(column)}, action, account, unit, text, details)
      select ${county}, x, 'hand-over', ${actor.account}::bigint, ${actor.unit || null}::bigint, ${text}, ${details}::jsonb
      from unnest(${ids}::bigint[]) x`.execute(trx)
  const documents = await sql<{ id: number }>`
    update document set created_by = ${to}, version = version + 1, revision = nextval('revision')
    where county = ${county} and created_by = ${id} and state <> 'issued' returning id`.execute(trx)
  if (documents.rows.length > 0) await tell('document', `{${documents.rows.map((d) => d.id).join(',')}}`)
  if (row.scope !== 'own') return
  const matters = await sql<{ id: number }>`
    update matter set created_by = ${to}, version = version + 1, revision = nextval('revision')
    where county = ${county} and created_by = ${id} and state = any (${open}) returning id`.execute(trx)
  if (matters.rows.length > 0) await tell('matter', `{${matters.rows.map((m) => m.id).join(',')}}`)
  for (const library of ownLibraries())
    await sql`update ${sql.table(library)} set created_by = ${to}, version = version + 1
      where county = ${county} and created_by = ${id}`.execute(trx)
}

/** What hangs on the person. Read under the system's scope: the administrator sees numbers alone. */
export async function personalWork(trx: Trx, row: AccountRow): Promise<Personal> {
  const { county, id } = row
  const drafts = await sql<{ n: number; p: number }>`
    select count(*) filter (where not private) as n, count(*) filter (where private) as p
    from document where county = ${county} and created_by = ${id} and state <> 'issued'`.execute(trx)
  let matters = 0
  let records = 0
  if (row.scope === 'own') {
    matters = await count(
      trx,
      sql`select count(*) as n from matter where county = ${county} and created_by = ${id} and state = any (${open})`,
    )
    for (const library of ownLibraries())
      records += await count(
        trx,
        sql`select count(*) as n from ${sql.table(library)} where county = ${county} and created_by = ${id}`,
      )
  }
  return { drafts: drafts.rows[0]?.n ?? 0, private: drafts.rows[0]?.p ?? 0, matters, records }
}

function ownLibraries(): string[] {
  return libraries.filter((l) => !l.handmade).map((l) => l.table)
}

/** What stays where it is, and by what it is bound. */
async function staying(trx: Trx, row: AccountRow): Promise<HandOverPreview['stays']> {
  const { county, unit } = row
  const unitWork = '随单位走，本单位其他账号照办'
  const lead = sql`select count(*) as n from matter where county = ${county} and lead_unit = ${unit} and state = any (${inForce})`
  const support = sql`select count(*) as n from matter_support s join matter m on m.county = s.county and m.id = s.matter
    where s.county = ${county} and s.unit = ${unit} and m.state = any (${inForce})`
  const answers = sql`select count(*) as n from answer where county = ${county} and unit = ${unit} and opinion is null`
  const consent = sql`select count(*) as n from matter
    where county = ${county} and leader = ${row.leader} and state = 'closing' and key and not leader_consent`
  return [
    { count: await count(trx, lead), measure: '项', what: '本单位牵头的在办事项', why: unitWork },
    { count: await count(trx, support), measure: '项', what: '本单位配合的在办事项', why: unitWork },
    { count: await count(trx, answers), measure: '件', what: '本单位没有答复的征求意见', why: unitWork },
    {
      count: row.leader === null ? 0 : await count(trx, consent),
      measure: '项',
      what: '待县领导同意销号的事项',
      why: '随县领导走；接任的账号由安全管理员绑定同一位县领导',
    },
  ].filter((s) => s.count > 0)
}

async function warningsOf(trx: Trx, row: AccountRow, personal: Personal, candidates: number): Promise<string[]> {
  const warnings: string[] = []
  const others = await count(
    trx,
    sql`select count(*) as n from account where county = ${row.county} and unit = ${row.unit} and state = 'active' and id <> ${row.id}`,
  )
  if (others === 0) {
    const unit: UnitRef = await getUnit(trx, row.county, row.unit)
    warnings.push(`${unit.short}没有别的在用账号：离岗后没有人签收和报进展，请先给接任的人开账号`)
  }
  if (candidates === 0 && movesOf(personal).length > 0)
    warnings.push(`没有别的在用${postWords[row.post]}账号可以接手，请先开一个`)
  return warnings
}

async function count(trx: Trx, query: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await query.execute(trx)
  return (rows[0] as { n: number } | undefined)?.n ?? 0
}

/** Throws 409 where something personal is left, so that nothing is orphaned. */
export async function refuseUnfinished(trx: Trx, actor: Actor, row: AccountRow): Promise<void> {
  const personal = await asSystem(trx, actor, () => personalWork(trx, row))
  const left = movesOf(personal)
  if (left.length === 0) return
  throw new Fault(409, 'hand-over-first', '名下还有没交接的事', {
    why: `${left.map((m) => `${m.what} ${m.count} ${m.measure}`).join('、')}，请先指定接手人交接`,
    who: [{ unit: null, post: 'system-admin' }],
  })
}
