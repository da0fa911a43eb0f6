// 两步验证: after the password, a code of the phone. The secret is sealed under the master key, recovery codes are
// hashed, no code is taken twice.
import { isAdministrator, type Post } from '@yipanqi/model'
import { openBytes, sealBytes } from '../db/personal/seal-bytes.ts'
import type { House } from '../house.ts'
import { Fault } from '../http/fault.ts'
import { hashToken } from './tokens.ts'
import { newRecoveryCodes, newSecret, otpUri, base32, plainRecoveryCode, stepOfCode } from './totp.ts'

/** Whose second factor it is: found by name, before there is an actor. */
export interface Owner {
  readonly county: string
  readonly account: number
  readonly name: string
}

interface Factor {
  readonly post: Post | null
  readonly secret: Buffer | null
  readonly proposed: Buffer | null
}

async function loadFactor(house: House, { county, account }: Owner): Promise<Factor> {
  const { rows } = await house.db.pool.query<Factor>('select post, secret, proposed from auth_factor($1, $2)', [
    county,
    account,
  ])
  return rows[0] ?? { post: null, secret: null, proposed: null }
}

/**
 * At login. Throws 401 `code-wanted` where a code is due, `enrol-first` where an administrator has not bound a phone
 * yet and must.
 */
export async function checkSecondFactor(
  house: House,
  owner: Owner,
  code: string | undefined,
): Promise<'passed' | 'wrong'> {
  const { post, secret } = await loadFactor(house, owner)
  if (!secret) {
    if (post === null || !isAdministrator(post) || house.config.adminTotp === 'optional') return 'passed'
    throw new Fault(401, 'enrol-first', '管理员账号须先绑定两步验证', {
      why: '三员账号除密码外，还要手机上的动态验证码；绑定一次，以后登录时输入',
    })
  }
  return checkCode(house, owner, code)
}

/** Passes where no phone is bound; throws `code-wanted` where one is and no code came. */
export async function checkCode(house: House, owner: Owner, code: string | undefined): Promise<'passed' | 'wrong'> {
  const { secret } = await loadFactor(house, owner)
  if (!secret) return 'passed'
  if (!code?.trim()) {
    throw new Fault(401, 'code-wanted', '请输入手机上的动态验证码', {
      why: '这个账号开了两步验证；手机不在身边时，可以用一个恢复码',
    })
  }
  return (await spendCode(house, owner, secret, code)) ? 'passed' : 'wrong'
}

/** Six digits are the phone's, anything else a recovery code. Each is good once. */
async function spendCode(house: House, owner: Owner, sealed: Buffer, code: string): Promise<boolean> {
  const { county, account } = owner
  if (/^\d{6}$/.test(code.replace(/\s/g, ''))) {
    const step = stepOfCode(openSecret(house, owner, sealed), code, house.clock.now())
    if (step === null) return false
    return ask(house, 'select auth_factor_use($1, $2, $3) as done', [county, account, step])
  }
  return ask(house, 'select auth_recovery_use($1, $2, $3) as done', [county, account, hashCode(owner, code)])
}

/** A new secret to show to the person; nothing changes until {@link confirmFactor} gets its first code. */
export async function proposeFactor(house: House, owner: Owner): Promise<{ secret: string; uri: string }> {
  const secret = newSecret()
  const sealed = sealBytes(house.master, secret, contextOf(owner))
  await house.db.pool.query('select auth_factor_propose($1, $2, $3)', [owner.county, owner.account, sealed])
  return { secret: base32(secret), uri: otpUri(owner.name, secret) }
}

/** Binds the phone: answers ten recovery codes, or null where the code does not fit. Sessions end. */
export async function confirmFactor(house: House, owner: Owner, code: string): Promise<string[] | null> {
  const { proposed } = await loadFactor(house, owner)
  if (!proposed) {
    throw new Fault(409, 'nothing-proposed', '没有待绑定的密钥', { why: '请从第一步“显示二维码”重新开始' })
  }
  const step = stepOfCode(openSecret(house, owner, proposed), code, house.clock.now())
  if (step === null) return null
  const codes = newRecoveryCodes()
  const hashes = codes.map((c) => hashCode(owner, c))
  const done = await ask(house, 'select auth_factor_confirm($1, $2, $3, $4, $5) as done', [
    owner.county,
    owner.account,
    proposed,
    step,
    hashes,
  ])
  return done ? codes : null
}

async function ask(house: House, text: string, values: unknown[]): Promise<boolean> {
  const { rows } = await house.db.pool.query<{ done: boolean }>(text, values)
  return rows[0]?.done ?? false
}

function openSecret(house: House, owner: Owner, sealed: Buffer): Buffer {
  const secret = openBytes(house.master, sealed, contextOf(owner))
  if (!secret) throw new Error('两步验证的密钥打不开：主密钥（keys/master.key）与数据库不符')
  return secret
}

function contextOf({ county, account }: Owner): string {
  return `second-factor/${county}/${account}`
}

/** Salted by its owner: equal codes of two accounts do not look alike. */
function hashCode(owner: Owner, code: string): string {
  return hashToken(`${contextOf(owner)}/${plainRecoveryCode(code)}`).toString('hex')
}
