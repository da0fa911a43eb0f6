// The county's own rules of its own ledgers: read inside the county, set by the office under a 文号 or a meeting.
import { mayRuleOwn, type OwnRules, type ownRulesBody } from '@yipanqi/model/libraries/own/index.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { faults } from '../../http/fault.ts'
import { loadPolicy } from './own-row.ts'
import { requireInside } from './refuse-own.ts'

export async function readRules(trx: Trx, actor: Actor): Promise<OwnRules> {
  requireInside(actor)
  const row = await trx
    .selectFrom('county')
    .select(['settings', 'version'])
    .where('code', '=', actor.county)
    .executeTakeFirstOrThrow()
  return {
    ...(await loadPolicy(trx, actor.county)),
    preset: row.settings.ownLedgers === undefined,
    version: row.version,
    mayChange: mayRuleOwn(actor),
  }
}

/** Ledgers in force keep the end that they were approved for. 403, 409 stale. */
export async function setRules(
  trx: Trx,
  actor: Actor,
  { version, ...rules }: z.output<typeof ownRulesBody>,
): Promise<OwnRules> {
  requireInside(actor)
  if (!mayRuleOwn(actor))
    throw faults.forbidden(
      '您不能改自建台账的规矩',
      '由谁审批、一次用多久是县里的规矩，由财经办按文件或会议定；系统、安全、审计管理员不办业务',
      'dispatcher',
    )
  // The table itself is not the server's to write: one setting, by the post that row security knows.
  const { rows } = await sql<{ version: number | null }>`
    select county_own_rules(${JSON.stringify(rules)}::jsonb, ${version}) as version`.execute(trx)
  if (rows[0]?.version == null) throw faults.stale((await readRules(trx, actor)).version)
  return readRules(trx, actor)
}
