import { mayInLibrary } from '@yipanqi/model/libraries/permissions.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { faults } from '../../http/fault.ts'
import type { Ledger } from '../ledger.ts'
import { loadLedger } from '../load-ledger.ts'

/** The library of that id where the actor may read it at all; else 404, as if it were not there. */
export async function readableLedger(trx: Trx, actor: Actor, id: string): Promise<Ledger> {
  const ledger = await loadLedger(trx, actor, id)
  if (!mayInLibrary(actor, ledger.library, 'read')) throw faults.notFound('本台账')
  return ledger
}
