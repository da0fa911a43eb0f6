// The end of the loop: asked for, verified or returned; consent of the lead leader where the matter is a key one.
import type { z } from 'zod'
import type { consentBody, requestCloseBody, returnBody, verifyBody } from '@yipanqi/model'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { Fault, faults } from '../../http/fault.ts'
import { announce } from '../../live/live.ts'
import { act, change } from '../act.ts'
import { checkEvidence, checkPaper } from '../evidence.ts'
import { getMatter, requireVersion } from '../matter-row.ts'
import { record } from '../record.ts'
import { checkDay, evidenceSet, figureOf } from './report.ts'

/** 申请办结: the unit's head says that the mark of completion is reached, and with what evidence. */
export async function requestClose(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof requestCloseBody>,
): Promise<void> {
  await checkEvidence(trx, actor, body.evidence)
  if (body.evidence.length > 0) {
    // The guard asks whether evidence is on record: what comes with the request counts.
    const { row } = await getMatter(trx, actor.county, id, true)
    requireVersion(row, body.version)
    await trx
      .updateTable('matter')
      .set(evidenceSet(row, body.evidence.length, house.clock.today()))
      .where('county', '=', actor.county)
      .where('id', '=', id)
      .execute()
  }
  await act(house, trx, actor, {
    action: 'request-close',
    matter: id,
    version: body.version,
    change: async ({ row }, today) => {
      checkDay(row, body.asOf, today)
      const figure = figureOf(row, body)
      return {
        set: { ...figure.set, last_report_as_of: body.asOf, last_report_on: today },
        event: {
          text: body.text,
          asOf: body.asOf,
          value: figure.value,
          percent: figure.percent,
          evidence: body.evidence,
        },
      }
    },
  })
}

/** 核查办结: by the supervising side. 常态 matters become standing and go on being reported. */
export function verifyMatter(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof verifyBody>,
): Promise<void> {
  return act(house, trx, actor, {
    action: 'verify',
    matter: id,
    version: body.version,
    change: async ({ row }, today) => ({
      set: row.kind === '常态' ? {} : { closed_on: today },
      event: { text: body.text, details: { method: body.method } },
    }),
  })
}

/** 退回重办: with the reason, counted. */
export function returnMatter(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof returnBody>,
): Promise<void> {
  return act(house, trx, actor, {
    action: 'return',
    matter: id,
    version: body.version,
    change: async ({ row }) => ({
      set: { reworks: row.reworks + 1, leader_consent: false },
      event: { text: body.text },
    }),
  })
}

/** 牵头县领导同意: given by the leader, or recorded from paper by the secretary or the office (代录). */
export async function consentMatter(
  house: House,
  trx: Trx,
  actor: Actor,
  leader: number | null,
  id: number,
  body: z.output<typeof consentBody>,
): Promise<void> {
  const { row } = await getMatter(trx, actor.county, id, true)
  requireVersion(row, body.version)
  const self = actor.post === 'leader' && leader !== null && leader === row.leader
  const recorded = (actor.post === 'secretary' || actor.post === 'dispatcher') && body.onPaper !== undefined
  if (!self && !recorded) {
    throw faults.forbidden(
      '您不能代表牵头县领导同意',
      '由牵头县领导本人点同意，或由秘书、财经办按纸上批示代录',
      'leader',
    )
  }
  if (!row.key || row.state !== 'closing') {
    throw new Fault(409, 'wrong-state', '现在不需要牵头县领导同意', { why: '只有重点事项、在待核查时需要' })
  }
  await checkPaper(trx, actor, body.onPaper)
  await change(house, trx, actor, id, { leader_consent: true })
  const event = await record(trx, actor, {
    action: 'consent',
    matter: id,
    from: row.state,
    to: row.state,
    text: body.text,
    onPaper: body.onPaper ?? null,
  })
  await announce(trx, { county: actor.county, event, kind: 'matter', ids: [id] })
}
