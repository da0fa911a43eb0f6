import type { House } from '../house.ts'
import { Fault } from '../http/fault.ts'
import { checkPassword } from './passwords.ts'
import { checkSecondFactor, type Owner } from './second-factor.ts'
import { hashToken, newToken } from './tokens.ts'

/** One row for every name: an unknown one has no county and no account. */
interface Found {
  county: string | null
  account: number | null
  hash: string | null
  known: boolean
  locked_until: string | null
  active: boolean
}

export interface Credentials {
  readonly account: string
  readonly password: string
  /** Of the phone, or a recovery code. */
  readonly code?: string | undefined
}

/** Failures of strangers on one account, from all addresses together, before only known addresses are let try. */
const strangersLimit = 100

/**
 * Opens a session. Wrong name and wrong password answer alike. Five failures lock the pair of account and address for
 * a quarter of an hour; nobody can lock a county out, since no address alone is ever locked, nor an account for the
 * addresses where it is at home.
 */
export async function login(
  house: House,
  given: Credentials,
  address: string,
): Promise<{ token: string; expires: string }> {
  const owner = await checkCredentials(house, given, address)
  if ((await checkSecondFactor(house, owner, given.code)) === 'wrong') await refuseCode(house, owner, address)
  const token = newToken()
  const opened = await house.db.pool.query<{ until: string }>('select auth_open($1, $2, $3, $4, $5, $6) as until', [
    owner.county,
    owner.account,
    owner.name,
    address,
    hashToken(token),
    house.config.sessionHours,
  ])
  return { token, expires: opened.rows[0]?.until ?? '' }
}

/** Name and password, counted and locked; throws 401 or 429. */
export async function checkCredentials(house: House, given: Credentials, address: string): Promise<Owner> {
  const name = given.account.trim().toLowerCase()
  const { rows } = await house.db.pool.query<Found>('select * from auth_find($1, $2)', [name, address])
  const found = rows[0]
  if (found?.locked_until) throw lockedFault(found.locked_until)
  if (!found?.known) {
    const pressure = await house.db.pool.query<{ n: number }>('select auth_pressure($1) as n', [name])
    if ((pressure.rows[0]?.n ?? 0) > strangersLimit) throw lockedFault(null)
  }
  const right = await checkPassword(given.password, found?.hash ?? null)
  if (found?.county && found.account && right && found.active) {
    return { county: found.county, account: found.account, name }
  }
  await countFailure(house, name, address)
  throw new Fault(401, 'wrong-password', '账号或密码不对', {
    why: '请核对后再试；同一地址连续 5 次不对，这个账号会在该地址停用 15 分钟',
    who: [{ unit: null, post: 'system-admin' }],
  })
}

/** A wrong code counts like a wrong password: six digits are quickly tried through. */
export async function refuseCode(house: House, owner: Owner, address: string): Promise<never> {
  await countFailure(house, owner.name, address)
  throw new Fault(401, 'wrong-code', '验证码不对，或已经用过', {
    why: '每个验证码只能用一次，请等手机上换了新的再输；手机时间要准',
    who: [{ unit: null, post: 'security-admin' }],
  })
}

async function countFailure(house: House, name: string, address: string): Promise<void> {
  const failed = await house.db.pool.query<{ until: string | null }>('select auth_failed($1, $2) as until', [
    name.slice(0, 64),
    address,
  ])
  const until = failed.rows[0]?.until
  if (until && new Date(until) > house.clock.now()) throw lockedFault(until)
}

function lockedFault(until: string | null): Fault {
  return new Fault(429, 'locked', '这个账号在此处暂时停用', {
    why: until
      ? `密码连续不对，${until.slice(11, 16)} 之后可再试`
      : '正有人从别处猜这个账号的密码，请在您常用的地方登录',
    who: [{ unit: null, post: 'security-admin' }],
  })
}
