import { scopesOf, type openAccount, type patchAccount } from '@yipanqi/model'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import { hashToken } from '../auth/tokens.ts'
import type { Actor } from '../db/actor.ts'
import { sealPerson } from '../db/personal/seal-person.ts'
import type { Trx } from '../db/with-actor.ts'
import { Fault, faults } from '../http/fault.ts'
import type { House } from '../house.ts'
import { subjectOf } from '../people.ts'
import { getUnit } from '../units/directory.ts'
import { getAccount, refuseOwn, requireState, saveAccount } from './account-row.ts'
import { factsOf } from './present.ts'

/** Opens an account: a proposal until a security administrator grants it. Answers its id; no code opens it yet. */
export async function openOne(
  house: House,
  trx: Trx,
  actor: Actor,
  body: z.output<typeof openAccount>,
): Promise<number> {
  const { county } = actor
  await requireUnit(trx, county, body.unit)
  const facts = { display: body.display, ...(body.phone ? { phone: body.phone } : {}) }
  const person = await sealPerson(trx, county, subjectOf(body.name), facts, house.master)
  // Names are unique in the whole installation, as they are typed in without a county.
  const made = await trx
    .insertInto('account')
    .values({
      county,
      name: body.name,
      person,
      unit: body.unit,
      post: body.post,
      scope: scopesOf(body.post)[0] ?? 'none',
      leader: null,
      enterprise: null,
      state: 'pending',
      opened_by: actor.account,
      granted_by: null,
      note: body.note,
    })
    .onConflict((c) => c.column('name').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made)
    throw new Fault(409, 'name-taken', `账号 ${body.name} 已经有人用了`, {
      why: '登录账号不能重名，请换一个（可加单位缩写）',
      who: [{ unit: null, post: 'system-admin' }],
    })
  return made.id
}

/** The one-time code by which the person sets a password; only its hash is kept. */
export async function invite(trx: Trx, id: number): Promise<string> {
  const code = newCode()
  await sql`select auth_invite(${id}, ${hashToken(code).toString('hex')})`.execute(trx)
  return code
}

export function newCode(): string {
  return randomBytes(9).toString('base64url')
}

/** 重置: the old password and its sessions are gone, a code opens the way to a new one. */
export async function resetPassword(trx: Trx, actor: Actor, id: number, version: number): Promise<string> {
  const row = await getAccount(trx, actor.county, id, version)
  refuseOwn(actor, row, '密码重置')
  requireState(row, ['active', 'pending'], '离岗的账号不再登录；要重新启用，请先办换岗')
  const code = newCode()
  await sql`select auth_reset(${id}, ${hashToken(code).toString('hex')})`.execute(trx)
  await saveAccount(trx, row, {})
  return code
}

/** Name and phone of the person; the login name stays what it is. */
export async function patchPerson(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof patchAccount>,
): Promise<void> {
  const row = await getAccount(trx, actor.county, id, body.version)
  const [known] = await factsOf(house, trx, actor.county, [row])
  const phone = body.phone === undefined ? known?.phone : (body.phone ?? undefined)
  const facts = { display: body.display ?? known?.display ?? row.name, ...(phone ? { phone } : {}) }
  await saveAccount(trx, row, {
    person: await sealPerson(trx, actor.county, subjectOf(row.name), facts, house.master),
  })
}

export async function requireUnit(trx: Trx, county: string, id: number): Promise<void> {
  const unit = await getUnit(trx, county, id)
  if (unit.valid_to !== null)
    throw faults.invalid(`${unit.name}已经撤并`, [{ path: 'unit', message: '账号要放在现行的单位' }])
}
