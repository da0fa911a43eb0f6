import type { z } from 'zod'
import type { adjustBody } from '@yipanqi/model'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { refreshAudiences } from '../../documents/audience.ts'
import { act } from '../act.ts'
import { checkLead, checkLeader, checkUnits, setSupports } from '../supports.ts'

/** 调整 after issue: with its basis and who approved; the first version of the target stays on record. */
export async function adjustMatter(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: z.output<typeof adjustBody>,
): Promise<void> {
  if (body.lead !== undefined) await checkLead(trx, actor.county, body.lead)
  if (body.leader !== undefined) await checkLeader(trx, actor.county, body.leader)
  if (body.supports)
    await checkUnits(
      trx,
      actor.county,
      body.supports.map((s) => s.unit),
      'supports',
    )
  await act(house, trx, actor, {
    action: 'adjust',
    matter: id,
    version: body.version,
    change: async (loaded) => {
      const { row } = loaded
      if (body.supports || body.lead !== undefined) {
        await setSupports(trx, actor.county, id, body.lead ?? row.lead_unit, body.supports ?? loaded.supports)
      }
      const { version: _version, basis, approvedBy, ...changed } = body
      return {
        set: {
          ...(body.lead === undefined ? {} : { lead_unit: body.lead }),
          ...(body.leader === undefined ? {} : { leader: body.leader }),
          ...(body.deadline === undefined ? {} : { deadline: body.deadline }),
          ...(body.doneWhen === undefined ? {} : { done_when: body.doneWhen }),
          ...(body.target === undefined ? {} : { target: JSON.stringify(body.target) }),
          ...(body.curve === undefined ? {} : { curve: JSON.stringify(body.curve) }),
        },
        event: {
          text: `${basis}（${approvedBy}批准）`,
          details: {
            basis,
            approvedBy,
            to: changed,
            from: {
              lead: row.lead_unit,
              leader: row.leader,
              deadline: row.deadline,
              doneWhen: row.done_when,
              target: row.target,
            },
          },
        },
      }
    },
  })
  if (body.supports || body.lead !== undefined) await refreshAudiences(trx, actor.county, id)
}
