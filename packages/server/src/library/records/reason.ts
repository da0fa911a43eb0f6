import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'

/** Keeps why a request changed records. One a request: what a second part of it says is added. */
export async function addReason(trx: Trx, actor: Actor, reason: string): Promise<void> {
  await trx
    .insertInto('change_reason')
    .values({ county: actor.county, request: actor.request, reason: reason.slice(0, 500), account: actor.account })
    .onConflict((on) => on.columns(['county', 'request']).doNothing())
    .execute()
}
