// Actions that only move the state and leave a sentence.
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { refuseSentences } from '../../documents/refuse-sentences.ts'
import { act } from '../act.ts'

interface Body {
  readonly version: number
  readonly text: string
}

/** 签收: the lead unit has it. */
export function signMatter(house: House, trx: Trx, actor: Actor, id: number, body: Body): Promise<void> {
  return act(house, trx, actor, {
    action: 'sign',
    matter: id,
    version: body.version,
    change: async () => ({ event: { text: body.text || null } }),
  })
}

/** 撤销: before issue only; its sentence goes back to the refused ones with this reason. */
export function withdrawMatter(house: House, trx: Trx, actor: Actor, id: number, body: Body): Promise<void> {
  return act(house, trx, actor, {
    action: 'withdraw',
    matter: id,
    version: body.version,
    change: async () => {
      await refuseSentences(trx, actor.county, id, body.text)
      return { event: { text: body.text } }
    },
  })
}
