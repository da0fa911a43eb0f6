// What the caller may do now with one matter, and why not: the same table that the server acts by.
import { beforeIssue, decide, gapsForIssue, inForce, type Action, type Can, type CanAct } from '@yipanqi/model'
import type { Actor } from '../db/actor.ts'
import type { Trx } from '../db/with-actor.ts'
import { factsOf, whoOf, type LoadedMatter } from './matter-row.ts'
import { loadUnits, namedActors } from './refuse.ts'

const onMatter: readonly Action[] = [
  'answer',
  'sign',
  'report',
  'request-close',
  'verify',
  'return',
  'withdraw',
  'adjust',
]

type Draft = { action: Can['action']; allowed: boolean; why: string | null; who: readonly CanAct[] }

export async function whatCan(trx: Trx, actor: Actor, loaded: LoadedMatter, today: string): Promise<Can[]> {
  const facts = factsOf(loaded)
  // The evidence may come with the request itself: its absence so far does not close the door to the form.
  const withEvidence = { ...facts, evidenceCount: Math.max(1, facts.evidenceCount) }
  const who = whoOf(actor)
  const drafts: Draft[] = onMatter.map((action) => {
    const decision = decide(action, action === 'request-close' ? withEvidence : facts, who, today)
    return decision.ok
      ? { action, allowed: true, why: null, who: [] }
      : { action, allowed: false, why: decision.why, who: decision.who }
  })
  drafts.push(...officeCan(loaded, actor), consentCan(loaded, actor))
  const units = await loadUnits(
    trx,
    actor.county,
    drafts.flatMap((d) => d.who.map((w) => w.unit)),
  )
  return drafts.map((d) => ({ action: d.action, allowed: d.allowed, why: d.why, who: namedActors(d.who, units) }))
}

function officeCan(loaded: LoadedMatter, actor: Actor): Draft[] {
  const { row } = loaded
  const dispatcher: CanAct[] = [{ unit: null, post: 'dispatcher' }]
  const isOffice = actor.post === 'dispatcher'
  const draft = beforeIssue.includes(row.state) && row.state !== 'signed-off'
  const lacking = row.state === 'signed-off' && gapsForIssue(factsOf(loaded)).length > 0
  const edits = (['edit', 'split', 'merge'] as const).map((action) => {
    // What issuing would miss may still be filled after 审定.
    const open = draft || (action === 'edit' && lacking)
    const why = !isOffice ? '由财经办办理' : open ? null : '只有印发前（审定以前）可以'
    return { action, allowed: isOffice && open, why, who: isOffice ? [] : dispatcher }
  })
  const open = draft || inForce.includes(row.state)
  const source: Draft = {
    action: 'source',
    allowed: isOffice && open,
    why: !isOffice ? '由财经办归并' : open ? null : '已经结束的事项不再归并',
    who: isOffice ? [] : dispatcher,
  }
  return [...edits, source]
}

function consentCan({ row }: LoadedMatter, actor: Actor): Draft {
  const wanted = row.key && row.state === 'closing' && !row.leader_consent
  const may = actor.post === 'leader' || actor.post === 'secretary' || actor.post === 'dispatcher'
  const why = !row.key
    ? '不是重点事项，不需要'
    : row.leader_consent
      ? '牵头县领导已同意'
      : row.state !== 'closing'
        ? '单位申请办结后才需要'
        : may
          ? null
          : '由牵头县领导同意，秘书可代录'
  return { action: 'consent', allowed: wanted && may, why, who: may ? [] : [{ unit: null, post: 'leader' }] }
}
