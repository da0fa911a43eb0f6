// 续用: what is in force goes on under a new approval, without anybody writing it anew.
import type { OwnDetail, renewBody } from '@yipanqi/model/libraries/own/index.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { faults } from '../../http/fault.ts'
import { checkEnd, requireReviewed } from './decide-own.ts'
import { bump, requireSound } from './draft-own.ts'
import { factsOfOwn, getOwn, loadPolicy, loadProposals, openOf } from './own-row.ts'
import { presentOwn } from './present-own.ts'
import { readDefinition } from './read-definition.ts'
import { requireOwn } from './refuse-own.ts'

/**
 * Hands the definition in force in again, to be approved by another. Refused (409 asked-twice) where a ledger that came
 * meanwhile holds a field already: then the definition itself is to be changed.
 */
export async function renewOwn(
  house: House,
  trx: Trx,
  actor: Actor,
  id: string,
  body: z.output<typeof renewBody>,
): Promise<OwnDetail> {
  const row = await getOwn(trx, actor.county, id, true)
  const open = openOf(await loadProposals(trx, actor.county, id))
  const policy = await loadPolicy(trx, actor.county)
  await requireOwn(trx, actor, factsOfOwn(row, open, house.clock.today()), policy, 'renew')
  if (row.version !== body.version) throw faults.stale(row.version)
  checkEnd(body.endsOn, house.clock.today(), policy)
  const read = await readDefinition(trx, actor.county, { base: row.base, id, row }, row.definition)
  requireSound(read)
  requireReviewed(read.findings, read.content.fields)
  await trx
    .insertInto('own_proposal')
    .values({
      county: actor.county,
      library: id,
      state: 'proposed',
      definition: JSON.stringify(read.content),
      ends_on: body.endsOn,
      reason: body.reason,
      findings: JSON.stringify(read.findings),
      account: actor.account,
      unit: actor.unit || null,
      proposed_at: sql<string>`now()`,
    })
    .execute()
  await bump(trx, actor.county, id)
  return presentOwn(house, trx, actor, id)
}
