import { ownPrefix, type OwnReview, type reviewBody } from '@yipanqi/model/libraries/own/index.ts'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { fieldShapeOf } from '../list/libraries.ts'
import { getOwn } from './own-row.ts'
import { readDefinition } from './read-definition.ts'
import { requireDraftNew } from './refuse-own.ts'

/** What the designer shows beside each field while it is written, and the form as it would be asked. Writes nothing. */
export async function reviewOwn(trx: Trx, actor: Actor, body: z.output<typeof reviewBody>): Promise<OwnReview> {
  requireDraftNew(actor)
  const row = body.id === undefined ? null : await getOwn(trx, actor.county, body.id)
  const base = row?.base ?? body.base ?? null
  const id = row?.id ?? base ?? `${ownPrefix}draft`
  const read = await readDefinition(trx, actor.county, { base, id, row }, body.definition)
  const added = new Set(read.content.fields.map((f) => (base ? `x${f.name}` : f.name)))
  const fields = Object.entries(read.library?.fields ?? {}).filter(([name]) => added.has(name))
  return {
    findings: [...read.findings],
    fields: fields.map(([name, field]) => fieldShapeOf(name, field)),
    faults: [...read.faults],
  }
}
