// Names of people for a screen: sealed in the database, opened here, never in a log.
import type { Trx } from './db/with-actor.ts'
import type { House } from './house.ts'
import { openPeople } from './db/personal/open-person.ts'
import { erasedPerson } from './db/personal/facts.ts'

/** Display names of accounts by id. */
export async function loadNames(
  house: House,
  trx: Trx,
  county: string,
  accounts: readonly (number | null)[],
): Promise<Map<number, string>> {
  const ids = [...new Set(accounts.filter((a): a is number => a !== null))]
  if (ids.length === 0) return new Map()
  const rows = await trx
    .selectFrom('account')
    .select(['id', 'name', 'person'])
    .where('county', '=', county)
    .where('id', 'in', ids)
    .execute()
  const people = await openPeople(
    trx,
    county,
    rows.map((r) => ({ subject: subjectOf(r.name), sealed: r.person })),
    house.master,
  )
  return new Map(rows.map((row, i) => [row.id, people[i]?.display ?? erasedPerson]))
}

/** The subject under which an account's personal facts are sealed. */
export function subjectOf(accountName: string): string {
  return `account:${accountName}`
}
