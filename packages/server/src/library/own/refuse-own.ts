// Refusals of a county's own ledgers: what, why, who can.
import { postWords, type Post } from '@yipanqi/model'
import { mayDraftNew, mayOwn, type OwnFacts, type OwnPolicy, type OwnVerb } from '@yipanqi/model/libraries/own/index.ts'
import type { Actor } from '../../db/actor.ts'
import type { Trx } from '../../db/with-actor.ts'
import { Fault, faults } from '../../http/fault.ts'
import { loadUnits } from '../../loop/refuse.ts'

const verbWords: Readonly<Record<OwnVerb, string>> = {
  draft: '修改这本台账的方案',
  renew: '为这本台账报请续用',
  propose: '报批这本台账',
  withdraw: '撤回这本台账的方案',
  decide: '审批这本台账',
  stop: '停用这本台账',
  object: '退回这本台账的栏目',
  answer: '答复退回的栏目',
}

/** Own ledgers are the county's business: firms do not meet them. */
export function requireInside(actor: Actor): void {
  if (actor.scope === 'enterprise') throw faults.notFound('本自建台账')
}

export function requireDraftNew(actor: Actor): void {
  requireInside(actor)
  if (mayDraftNew(actor)) return
  throw new Fault(403, 'not-yours', '您不能新建台账', {
    why: '县里自建台账由系统管理员、财经办或县直单位起草；乡镇只填不建，避免重复要数',
    who: [{ unit: null, post: 'dispatcher' }],
  })
}

export async function requireOwn(
  trx: Trx,
  actor: Actor,
  facts: OwnFacts,
  policy: OwnPolicy,
  verb: OwnVerb,
): Promise<void> {
  requireInside(actor)
  if (mayOwn(actor, facts, policy, verb)) return
  // Where it stands is told to those who could act on it.
  const state = mayOwn(actor, ready(facts, verb), policy, verb) ? stateFault(facts, verb) : null
  if (state) throw state
  throw new Fault(403, 'not-yours', `您不能${verbWords[verb]}`, {
    why: whyNot(actor, facts, policy, verb),
    who: await whoCan(trx, actor, facts, policy, verb),
  })
}

/** The same ledger standing where the verb could be done. */
function ready(facts: OwnFacts, verb: OwnVerb): OwnFacts {
  const state = verb === 'decide' ? 'proposed' : 'draft'
  const open = verb === 'renew' ? null : ({ state, draftedBy: facts.open?.draftedBy ?? null } as const)
  return { ...facts, active: true, approved: true, open }
}

/** The ledger does not stand where this could be done, whoever asks. */
function stateFault(facts: OwnFacts, verb: OwnVerb): Fault | null {
  const open = facts.open?.state ?? null
  if (verb === 'draft' && open === 'proposed')
    return new Fault(409, 'waiting', '方案已经报批，不能再改', { why: '要改请先撤回，改好再报批' })
  if (verb === 'renew' && open !== null)
    return new Fault(409, 'waiting', '这本台账已有一个方案在办', { why: '先把那个方案报批或撤回，再报请续用' })
  if (verb === 'renew' && !facts.approved)
    return new Fault(409, 'not-active', '这本台账还没有批准过', { why: '续用是把批准过的方案接着用下去' })
  if (verb === 'propose' && open !== 'draft' && open !== 'returned')
    return new Fault(409, 'nothing-drafted', '没有可报批的方案', {
      why: open === 'proposed' ? '方案已经报批了' : '请先写好方案',
    })
  if (verb === 'withdraw' && open === null)
    return new Fault(409, 'nothing-drafted', '没有可撤回的方案', { why: '没有起草中的方案' })
  if (verb === 'decide' && open !== 'proposed')
    return new Fault(409, 'nothing-proposed', '没有待审批的方案', { why: '方案没有报批，或刚刚有人办过了' })
  if ((verb === 'stop' || verb === 'object') && !facts.active)
    return new Fault(409, 'not-active', '这本台账不在用', { why: '还没有批准，或已到期停用' })
  return null
}

function whyNot(actor: Actor, facts: OwnFacts, policy: OwnPolicy, verb: OwnVerb): string {
  if (verb === 'decide' && actor.account !== null && facts.open?.draftedBy === actor.account)
    return '方案是您起草的，要由另一个人审批'
  if (verb === 'decide') return `自建台账由${policy.approvers.map((p) => postWords[p]).join('、')}审批`
  if (verb === 'object') return '“此数已有”由被要数的乡镇、单位提出；本单位的台账请直接改方案'
  return '只有起草单位、财经办和系统管理员能办'
}

async function whoCan(trx: Trx, actor: Actor, facts: OwnFacts, policy: OwnPolicy, verb: OwnVerb) {
  if (verb === 'decide') return policy.approvers.map((post) => ({ unit: null, post }))
  const units = await loadUnits(trx, actor.county, [facts.unit])
  const keeper = [...units.values()].map((unit) => ({ unit, post: 'liaison' as Post }))
  return [...keeper, { unit: null, post: 'dispatcher' as Post }]
}
