import type { Post } from '@yipanqi/model'
import { keysOf, type Actor } from '../db/actor.ts'
import type { Scope } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'
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
  libraries: string[]
  enterprise: number | null
}

/** Finds the session of a token, or throws 401. Asked on every request: a closed session is closed at once. */
export async function getSession(house: House, token: string | null, request: string): Promise<Session> {
  if (!token || token.length > 128) throw faults.signedOut()
  const { rows } = await house.db.pool.query<Row>({
    name: 'auth_session',
    text: 'select * from auth_session($1)',
    values: [hashToken(token)],
  })
  return admit(rows[0], request)
}

/** Whom each token was last: only a guess, asked again on every request. Bounded; the oldest is forgotten first. */
const lastSeen = new Map<string, { readonly session: Session; readonly row: string }>()
const remembered = 10_000

/**
 * Finds the session and works under it in one transaction; throws 401 before any work is done. `early`: work that only
 * reads sets out together with the look-up, as whom the token was last; no answer leaves before the look-up has agreed.
 */
export function withSession<T>(
  house: House,
  token: string | null,
  request: string,
  work: (session: Session, trx: Trx) => Promise<T>,
  early = false,
): Promise<T> {
  if (!token || token.length > 128) throw faults.signedOut()
  const hash = hashToken(token).toString('hex')
  const known = lastSeen.get(hash)
  let session = known && { ...known.session, actor: { ...known.session.actor, request } }
  let holds = false
  return house.db.withEntry<Row, T>(
    {
      lookup: `select * from auth_session('\\x${hash}'::bytea)`,
      guess: session?.actor ?? null,
      early,
      admit(row) {
        lastSeen.delete(hash)
        session = admit(row, request)
        const told = Object.values(row ?? {})
          .map(wordOf)
          .join('\n')
        holds = told === known?.row
        if (lastSeen.size >= remembered) lastSeen.delete(lastSeen.keys().next().value as string)
        lastSeen.set(hash, { session, row: told })
        return session.actor
      },
      holds: () => holds,
    },
    (trx) => work(session as Session, trx),
  )
}

/** Sealed names as their bytes. */
const wordOf = (value: unknown): string => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value))

function admit(row: Row | undefined, request: string): Session {
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
      libraries: row.libraries,
      enterprise: row.enterprise,
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
