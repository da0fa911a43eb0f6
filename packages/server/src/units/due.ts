import { unitChangeBody } from '@yipanqi/model'
import { asSystem } from '../db/as-system.ts'
import type { Actor } from '../db/actor.ts'
import { Fault } from '../http/fault.ts'
import type { House } from '../house.ts'
import { carryOut } from './carry-out.ts'
import { lockDirectory } from './directory.ts'

/**
 * Carries out what was ordered for today or before, each in a transaction of its own, in the order of its day. The
 * locked row makes each happen once, however many processes wake up. What is no longer possible is marked with the
 * reason and waits for the administrator. Answers how many happened.
 */
export async function carryOutDue(house: House, actor: Actor): Promise<number> {
  let done = 0
  for (;;) {
    const id = await house.db.withActor(actor, async (trx) => {
      await lockDirectory(trx, actor.county)
      const row = await trx
        .selectFrom('unit_change')
        .selectAll()
        .where('county', '=', actor.county)
        .where('state', '=', 'planned')
        .where('effective_on', '<=', house.clock.today())
        .orderBy('effective_on')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .executeTakeFirst()
      return row ? { id: row.id, plan: row.plan } : null
    })
    if (!id) return done
    if (await carryOutOne(house, actor, id.id)) done += 1
  }
}

async function carryOutOne(house: House, actor: Actor, id: number): Promise<boolean> {
  try {
    return await house.db.withActor(actor, async (trx) => {
      await lockDirectory(trx, actor.county)
      const row = await trx
        .selectFrom('unit_change')
        .selectAll()
        .where('county', '=', actor.county)
        .where('id', '=', id)
        .where('state', '=', 'planned')
        .forUpdate()
        .executeTakeFirst()
      // Another process was quicker.
      if (!row) return false
      const body = unitChangeBody.parse(row.plan)
      const result = await asSystem(trx, actor, () => carryOut({ house, trx, actor, body }))
      await trx
        .updateTable('unit_change')
        .set({
          state: 'done',
          done_at: house.clock.now().toISOString(),
          result: JSON.stringify(result),
          version: row.version + 1,
        })
        .where('county', '=', actor.county)
        .where('id', '=', id)
        .execute()
      return true
    })
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const problem = `${error.message}：${error.details.why ?? ''}`
    await house.db.withActor(actor, (trx) =>
      trx
        .updateTable('unit_change')
        .set((eb) => ({ state: 'failed', problem, version: eb('version', '+', 1) }))
        .where('county', '=', actor.county)
        .where('id', '=', id)
        .where('state', '=', 'planned')
        .execute(),
    )
    return false
  }
}
