import type { State } from '@yipanqi/model'
import type { Actor } from '../db/actor.ts'
import type { EventTable, OnPaper } from '../db/schema.ts'
import type { Trx } from '../db/with-actor.ts'

export interface NewEvent {
  readonly action: EventTable['action']
  readonly matter?: number | null
  readonly document?: number | null
  readonly from?: State | null
  readonly to?: State | null
  readonly text?: string | null
  readonly asOf?: string | null
  readonly percent?: number | null
  readonly value?: number | null
  readonly evidence?: readonly number[]
  readonly onPaper?: OnPaper | null
  readonly details?: Record<string, unknown>
  /** Seeds tell a past; live actions leave it to the database. */
  readonly at?: string
  /** Seeds speak for many; live actions are the actor's. */
  readonly by?: { readonly account: number | null; readonly unit: number | null }
}

/** Appends to the history: there is no other way to change a matter, and no way to change an event. */
export async function record(trx: Trx, actor: Actor, event: NewEvent): Promise<number> {
  const row = await trx
    .insertInto('event')
    .values({
      county: actor.county,
      action: event.action,
      matter: event.matter ?? null,
      document: event.document ?? null,
      account: event.by ? event.by.account : actor.account,
      unit: event.by ? event.by.unit : actor.unit || null,
      from_state: event.from ?? null,
      to_state: event.to ?? null,
      text: event.text ?? null,
      as_of: event.asOf ?? null,
      percent: event.percent ?? null,
      value: event.value ?? null,
      evidence: [...(event.evidence ?? [])],
      on_paper: event.onPaper ? JSON.stringify(event.onPaper) : null,
      details: JSON.stringify(event.details ?? {}),
      ...(event.at ? { at: event.at } : {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
