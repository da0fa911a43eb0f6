// Counties and accounts come into being here, for the command line and the sample alike.
import type { Post } from '@yipanqi/model'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'
import { hashPassword } from '../auth/passwords.ts'
import { hashToken } from '../auth/tokens.ts'
import { sealPerson } from '../db/personal/seal-person.ts'
import type { Scope } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
import { subjectOf } from '../people.ts'

/** As the owner: the app role cannot make counties. */
export async function createCounty(owner: pg.Client, code: string, name: string): Promise<void> {
  const { rowCount } = await owner.query('insert into county (code, name) values ($1, $2) on conflict do nothing', [
    code,
    name,
  ])
  if (!rowCount) throw new Error(`县 ${code} 已经有了`)
}

const wholeCounty: readonly Post[] = [
  'leader',
  'secretary',
  'dispatcher',
  'supervisor-party',
  'supervisor-government',
  'assessor',
]
/** Administrators and the secrecy officer keep the house, not the county's business (三员分立). */
const noBusiness: readonly Post[] = ['system-admin', 'security-admin', 'audit-admin', 'secrecy', 'enterprise']

/** What an account of this post may see, by default. */
export function scopeOf(post: Post): Scope {
  if (wholeCounty.includes(post)) return 'all'
  if (noBusiness.includes(post)) return 'none'
  return post === 'service-officer' ? 'own' : 'subtree'
}

export interface NewAccount {
  readonly county: string
  readonly name: string
  readonly display: string
  readonly unit: number
  readonly post: Post
  readonly leader: number | null
  /** Null: a one-time code is answered instead, by which the person sets a password. */
  readonly password: string | null
}

/** Answers the one-time code, or an empty string where a password was given. */
export async function createAccount(trx: Trx, master: Uint8Array, account: NewAccount): Promise<string> {
  const id = await insertAccount(trx, master, account)
  if (account.password !== null) {
    await setHash(trx, id, await hashPassword(account.password))
    return ''
  }
  const code = randomBytes(9).toString('base64url')
  await sql`select auth_invite(${id}, ${hashToken(code).toString('hex')})`.execute(trx)
  return code
}

/** The account alone, without a way in: nobody can log in until a password or a code is set. */
export async function insertAccount(
  trx: Trx,
  master: Uint8Array,
  account: Omit<NewAccount, 'password'>,
): Promise<number> {
  const person = await sealPerson(trx, account.county, subjectOf(account.name), { display: account.display }, master)
  const row = await trx
    .insertInto('account')
    .values({
      county: account.county,
      name: account.name,
      person,
      unit: account.unit,
      post: account.post,
      scope: scopeOf(account.post),
      leader: account.leader,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Sets a password by its hash; no hash, no way in. */
export async function setHash(trx: Trx, account: number, hash: string | undefined): Promise<void> {
  if (hash !== undefined) await sql`select auth_set_password(${account}, ${hash})`.execute(trx)
}
