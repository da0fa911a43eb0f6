import type { AccountItem, AccountState, Page, Post } from '@yipanqi/model'
import { sql } from 'kysely'
import type { Trx } from '../db/with-actor.ts'
import type { House } from '../house.ts'
import { factsOf, presentAccounts } from './present.ts'

export interface AccountQuery {
  readonly state?: AccountState | undefined
  readonly post?: Post | undefined
  readonly unit?: number | undefined
  readonly text?: string | undefined
  readonly locked?: boolean | undefined
  /** Granted, and no password was ever set. */
  readonly unset?: boolean | undefined
  readonly after?: number | undefined
  readonly limit: number
}

/** Names of people are sealed, so a search opens them all: a county has some thousand accounts at most. */
const room = 5000

/** Accounts of the county, the newest first. */
export async function listAccounts(
  house: House,
  trx: Trx,
  county: string,
  query: AccountQuery,
): Promise<Page<AccountItem>> {
  const text = query.text?.trim().toLowerCase() ?? ''
  const whole = text !== '' || query.locked === true
  let rows = trx
    .selectFrom('account')
    .selectAll()
    .where('county', '=', county)
    .orderBy('id', 'desc')
    .limit(whole ? room : query.limit + 1)
  if (query.state) rows = rows.where('state', '=', query.state)
  if (query.post) rows = rows.where('post', '=', query.post)
  if (query.unit) rows = rows.where('unit', '=', query.unit)
  if (query.after) rows = rows.where('id', '<', query.after)
  if (query.locked)
    rows = rows.where(sql<boolean>`id = any (${`{${(await lockedIds(trx, county)).join(',')}}`}::bigint[])`)
  if (query.unset) {
    const ids = `{${(await unsetIds(trx, county)).join(',')}}`
    rows = rows.where('state', '=', 'active').where(sql<boolean>`id = any (${ids}::bigint[])`)
  }
  let found = await rows.execute()
  if (text) {
    const people = await factsOf(house, trx, county, found)
    found = found.filter((row, i) => row.name.includes(text) || people[i]?.display.toLowerCase().includes(text))
  }
  const page = found.slice(0, query.limit)
  return {
    items: await presentAccounts(house, trx, county, page),
    next: found.length > query.limit ? String(page.at(-1)?.id) : null,
    count: null,
  }
}

async function lockedIds(trx: Trx, county: string): Promise<number[]> {
  const { rows } = await sql<{ account: number }>`
    select s.account from auth_status(array(select id from account where county = ${county})) s
    where s.locked_until is not null`.execute(trx)
  return rows.map((r) => r.account)
}

async function unsetIds(trx: Trx, county: string): Promise<number[]> {
  const { rows } = await sql<{ account: number }>`
    select s.account from auth_status(array(select id from account where county = ${county} and state = 'active')) s
    where not s.has_password`.execute(trx)
  return rows.map((r) => r.account)
}
