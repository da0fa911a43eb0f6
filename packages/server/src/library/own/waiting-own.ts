// What of own ledgers waits for a person: proposals that they may decide, and ledgers of theirs that end soon.
import { findLibrary } from '@yipanqi/model/libraries/definitions/index.ts'
import { endNotice, mayDraftNew, type EndNotice } from '@yipanqi/model/libraries/own/index.ts'
import type { Home } from '@yipanqi/model'
import { addDays, type IsoDate } from '@yipanqi/base'
import { sql } from 'kysely'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { loadPolicy } from './own-row.ts'

type Waiting = Home['waiting'][number]
const room = 100
const noticeWords: Readonly<Record<EndNotice, string>> = {
  soon: '自建台账快到期',
  last: '自建台账马上到期',
  ended: '自建台账已到期停用',
}

export async function ownWaiting(trx: Trx, actor: Actor, today: IsoDate): Promise<Waiting[]> {
  if (actor.account === null || actor.scope === 'enterprise') return []
  const policy = await loadPolicy(trx, actor.county)
  const deciding = policy.approvers.some((post) => post === actor.post) ? await toDecide(trx, actor) : []
  return [...deciding, ...(await ending(trx, actor, today, policy.remindDays))]
}

/** Nobody decides what they wrote: that waits for somebody else. */
async function toDecide(trx: Trx, actor: Actor): Promise<Waiting[]> {
  const { rows } = await sql<{ id: string; base: string | null; name: string }>`
    select o.id, o.base, o.name from own_proposal p
    join own_library o on o.county = p.county and o.id = p.library
    where p.county = ${actor.county} and p.state = 'proposed' and p.account is distinct from ${actor.account}
    order by p.proposed_at, p.id limit ${sql.lit(room)}`.execute(trx)
  return rows.map((row) => itemOf(row, 'approve-own', '自建台账待审批', null))
}

/**
 * Said to who drafted and who approved the version in force; where the drafter has left or works elsewhere, to those of
 * the unit who may draft. Not where 续用 is handed in already, nor where somebody stopped the ledger knowingly.
 */
async function ending(trx: Trx, actor: Actor, today: IsoDate, remindDays: readonly number[]): Promise<Waiting[]> {
  const heir = mayDraftNew(actor)
  const { rows } = await sql<{ id: string; base: string | null; name: string; ends_on: IsoDate; drafts: boolean }>`
    select o.id, o.base, o.name, o.ends_on, p.decided_by is distinct from ${actor.account} as drafts
    from own_library o
    join own_proposal p on p.county = o.county and p.library = o.id and p.number = o.number and p.state = 'approved'
    left join account a on a.county = p.county and a.id = p.account
    where o.county = ${actor.county} and o.stopped_on is null
      and o.ends_on between ${addDays(today, -Math.min(...remindDays))} and ${addDays(today, Math.max(...remindDays))}
      and not exists (select 1 from own_proposal q where q.county = o.county and q.library = o.id and q.state = 'proposed')
      and (p.account = ${actor.account} or p.decided_by = ${actor.account}
        or (${heir} and o.unit = ${actor.unit} and (a.id is null or not a.active or a.unit is distinct from o.unit)))
    order by o.ends_on, o.id limit ${sql.lit(room)}`.execute(trx)
  return rows.flatMap((row) => {
    const notice = endNotice(row.ends_on, today, remindDays)
    // That it has ended is the drafter's to know: who approved it decided that it would.
    if (notice === null || (notice === 'ended' && !row.drafts)) return []
    return [itemOf(row, 'renew-own', noticeWords[notice], row.ends_on)]
  })
}

function itemOf(
  row: { readonly id: string; readonly base: string | null; readonly name: string },
  what: Waiting['what'],
  words: string,
  due: IsoDate | null,
): Waiting {
  const title = row.base === null ? row.name : `${findLibrary(row.base)?.name ?? row.name}（增加栏目）`
  return { what, words, matter: null, document: null, own: row.id, title, due }
}
