import { mayInLibrary } from '@yipanqi/model/libraries/permissions.ts'
import type { Actor } from '../../db/actor.ts'
import { faults } from '../../http/fault.ts'
import { getLedger, type Ledger } from '../ledger.ts'

/** The library of that id where the actor may read it at all; else 404, as if it were not there. */
export function readableLedger(actor: Actor, id: string): Ledger {
  const ledger = getLedger(id)
  if (!mayInLibrary(actor, ledger.library, 'read')) throw faults.notFound('本台账')
  return ledger
}
