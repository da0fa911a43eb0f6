import { postWords, type AccountFull, type AccountItem, type UnitRef } from '@yipanqi/model'
import { sql } from 'kysely'
import { asSystem } from '../db/as-system.ts'
import type { Actor } from '../db/actor.ts'
import { erasedPerson, type PersonFacts } from '../db/personal/facts.ts'
import { openPeople } from '../db/personal/open-person.ts'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { loadUnits } from '../loop/refuse.ts'
import { loadNames, subjectOf } from '../people.ts'
import { getAccount, type AccountRow } from './account-row.ts'

interface Status {
  account: number
  has_password: boolean
  invited_until: string | null
  second_factor: boolean
  last_login: string | null
  locked_until: string | null
}

/** Rows as lists show them: names opened, and how each stands at the door. */
export async function presentAccounts(
  house: House,
  trx: Trx,
  county: string,
  rows: readonly AccountRow[],
): Promise<AccountItem[]> {
  const people = await factsOf(house, trx, county, rows)
  const units = await loadUnits(
    trx,
    county,
    rows.map((r) => r.unit),
  )
  const ids = `{${rows.map((r) => r.id).join(',')}}`
  const found = await sql<Status>`select * from auth_status(${ids}::bigint[])`.execute(trx)
  const statuses = new Map(found.rows.map((s) => [s.account, s]))
  return rows.map((row, i) => {
    const status = statuses.get(row.id)
    return {
      id: row.id,
      name: row.name,
      display: people[i]?.display ?? erasedPerson,
      unit: units.get(row.unit) as UnitRef,
      post: row.post,
      scope: row.scope,
      state: row.state,
      stateSince: row.state_since,
      lastLogin: status?.last_login ?? null,
      lockedUntil: status?.locked_until ?? null,
      secondFactor: status?.second_factor ?? false,
      hasPassword: status?.has_password ?? false,
      invitedUntil: status?.invited_until ?? null,
      version: row.version,
    }
  })
}

export function factsOf(
  house: House,
  trx: Trx,
  county: string,
  rows: readonly AccountRow[],
): Promise<(PersonFacts | null)[]> {
  return openPeople(
    trx,
    county,
    rows.map((r) => ({ subject: subjectOf(r.name), sealed: r.person })),
    house.master,
  )
}

/** One account whole; throws 404. */
export async function accountDetail(house: House, trx: Trx, actor: Actor, id: number): Promise<AccountFull> {
  const { county } = actor
  const row = await getAccount(trx, county, id)
  const [item] = await presentAccounts(house, trx, county, [row])
  const [facts] = await factsOf(house, trx, county, [row])
  const units = await loadUnits(
    trx,
    county,
    row.custom_keys.map((k) => Math.abs(k)),
  )
  const names = await loadNames(house, trx, county, [row.opened_by, row.granted_by])
  return {
    ...(item as AccountItem),
    phone: facts?.phone ? masked(facts.phone) : null,
    units: row.custom_keys.flatMap((k) => {
      const unit = units.get(Math.abs(k))
      return unit ? [{ unit, below: k < 0 }] : []
    }),
    leader: await leaderOf(trx, row),
    enterprise: await firmOf(trx, actor, row),
    openedBy: row.opened_by === null ? null : (names.get(row.opened_by) ?? null),
    grantedBy: row.granted_by === null ? null : (names.get(row.granted_by) ?? null),
    note: row.note,
  }
}

/** 139****0000: enough to recognise, not enough to call. */
function masked(phone: string): string {
  return phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

async function leaderOf(trx: Trx, row: AccountRow): Promise<AccountFull['leader']> {
  if (row.leader === null) return null
  const leader = await trx
    .selectFrom('county_leader')
    .select(['id', 'name', 'post'])
    .where('county', '=', row.county)
    .where('id', '=', row.leader)
    .executeTakeFirst()
  return leader ?? null
}

async function firmOf(trx: Trx, actor: Actor, row: AccountRow): Promise<AccountFull['enterprise']> {
  const id = row.enterprise
  if (id === null) return null
  const { rows } = await asSystem(trx, actor, () =>
    sql<{ name: string }>`select name from enterprise where county = ${row.county} and id = ${id}`.execute(trx),
  )
  return { id, name: rows[0]?.name ?? '（企业库里已没有）' }
}

/** `孟清和（发改局 主要负责人）`, for sentences. */
export function wordsOf(item: Pick<AccountItem, 'display' | 'unit' | 'post'>): string {
  return `${item.display}（${item.unit.short} ${postWords[item.post]}）`
}
