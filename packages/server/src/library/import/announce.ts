import type { Trx } from '../../db/with-actor.ts'
import { announce } from '../../live/live.ts'

/** Whoever looks at the import asks again. It is no event of the loop: nothing to resume from, so its number is 0. */
export function announceImport(trx: Trx, county: string, id: number): Promise<void> {
  return announce(trx, { county, event: 0, kind: 'import', ids: [id] })
}
