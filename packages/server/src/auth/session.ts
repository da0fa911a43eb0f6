import type { Post } from '@yipanqi/model'
import { keysOf, type Actor } from '../db/actor.ts'
import type { Scope } from '../db/schema.ts'
import type { House } from '../house.ts'
import { faults } from '../http/fault.ts'
import { hashToken } from './tokens.ts'

/** A session as the server knows it: the actor for the database, and what `/me` shows. */
export interface Session {
  readonly actor: Actor
  readonly name: string
  readonly countyName: string
  readonly person: Buffer
  readonly leader: number | null
  readonly expires: string
}

interface Row {
  county: string
  county_name: string
  account: number
  name: string
  person: Buffer
  unit: number
  post: Post
  scope: Scope
  custom_keys: number[]
  leader: number | null
  expires_at: string
}

/** Finds the session of a token, or throws 401. Asked on every request: a closed session is closed at once. */
export async function getSession(house: House, token: string | null, request: string): Promise<Session> {
  if (!token || token.length > 128) throw faults.signedOut()
  const { rows } = await house.db.pool.query<Row>({
    name: 'auth_session',
    text: 'select * from auth_session($1)',
    values: [hashToken(token)],
  })
  const row = rows[0]
  if (!row) throw faults.signedOut()
  // The auditor reads the audit and nothing of the county's business (三员分立).
  const scope = row.post === 'audit-admin' ? 'audit' : row.scope
  return {
    actor: {
      county: row.county,
      account: row.account,
      unit: row.unit,
      post: row.post,
      scope,
      keys: keysOf(row.scope, row.unit, row.custom_keys),
      request,
    },
    name: row.name,
    countyName: row.county_name,
    person: row.person,
    leader: row.leader,
    expires: row.expires_at,
  }
}

/** `Authorization: Bearer …` for programs, the cookie for browsers. */
export function tokenOf(authorization: string | undefined, cookie: string | undefined): string | null {
  if (authorization?.startsWith('Bearer ')) return authorization.slice(7).trim()
  return cookie ?? null
}
