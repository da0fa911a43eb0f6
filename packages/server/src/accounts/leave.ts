import { scopesOf, type leaveBody, type transferAccount } from '@yipanqi/model'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { z } from 'zod'
import { hashToken } from '../auth/tokens.ts'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import {
  endSessions,
  getAccount,
  refuseLastAdministrator,
  refuseOwn,
  requireState,
  saveAccount,
} from './account-row.ts'
import { handOver, refuseUnfinished } from './hand-over.ts'
import { requireUnit } from './open-account.ts'

/** 离岗: hand-over first, then the account is shut: sessions, password and phone are gone, its name stays in history. */
export async function leave(trx: Trx, actor: Actor, id: number, body: z.output<typeof leaveBody>): Promise<void> {
  const row = await getAccount(trx, actor.county, id, body.version)
  refuseOwn(actor, row, '离岗')
  requireState(row, ['active', 'pending'], '已经离岗')
  await refuseLastAdministrator(trx, row)
  if (body.to !== null) await handOver(trx, actor, row, body.to)
  await refuseUnfinished(trx, actor, row)
  await saveAccount(trx, row, { state: 'left', note: body.note })
  // A code that nobody was told: what was known before opens nothing.
  await sql`select auth_reset(${id}, ${hashToken(randomBytes(32).toString('hex')).toString('hex')}), auth_factor_drop(${id})`.execute(
    trx,
  )
}

/**
 * 换岗 (and 重新启用): another unit or post is a proposal like a new account. Until it is granted nobody logs in with it:
 * a unit decides what an account sees.
 */
export async function transfer(
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof transferAccount>,
): Promise<void> {
  const row = await getAccount(trx, actor.county, id, body.version)
  refuseOwn(actor, row, '换岗')
  await refuseLastAdministrator(trx, row)
  await requireUnit(trx, actor.county, body.unit)
  await refuseUnfinished(trx, actor, row)
  await saveAccount(trx, row, {
    unit: body.unit,
    post: body.post,
    scope: scopesOf(body.post)[0] ?? 'none',
    custom_keys: [],
    leader: null,
    enterprise: null,
    state: 'pending',
    granted_by: null,
    note: body.note,
  })
  await endSessions(trx, id)
}
