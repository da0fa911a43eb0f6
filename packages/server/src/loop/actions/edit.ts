import { beforeIssue, gapsForIssue, type PatchMatter } from '@yipanqi/model'
import type { Actor } from '../../db/actor.ts'
import type { Provisional } from '../../db/schema.ts'
import type { Trx } from '../../db/with-actor.ts'
import type { House } from '../../house.ts'
import { refreshAudiences } from '../../documents/audience.ts'
import { learnUnit } from '../../documents/lexicon/learn.ts'
import { Fault, faults } from '../../http/fault.ts'
import { announce } from '../../live/live.ts'
import { change, type MatterChange } from '../act.ts'
import { factsOf, getMatter, requireVersion, type LoadedMatter, type MatterRow } from '../matter-row.ts'
import { record } from '../record.ts'
import { checkLead, checkLeader, checkUnits, setSupports } from '../supports.ts'

/**
 * The office edits drafts until they are signed off; then it only fills what issuing would miss (else the document
 * could neither be issued nor mended). After issue it is 调整, with a basis. Another lead is a lesson to the county's
 * lexicon, unless the caller says that it `teaches` nothing.
 */
export async function editMatter(
  house: House,
  trx: Trx,
  actor: Actor,
  id: number,
  body: PatchMatter,
  { teaches = true }: { readonly teaches?: boolean } = {},
): Promise<void> {
  const loaded = await getMatter(trx, actor.county, id, true)
  requireVersion(loaded.row, body.version)
  if (!fillsGaps(loaded, body)) requireEditable(actor, loaded.row)
  requireOffice(actor)
  if (body.lead != null) await checkLead(trx, actor.county, body.lead)
  if (body.leader != null) await checkLeader(trx, actor.county, body.leader)
  if (body.supports)
    await checkUnits(
      trx,
      actor.county,
      body.supports.map((s) => s.unit),
      'supports',
    )

  const lead = body.lead === undefined ? loaded.row.lead_unit : body.lead
  await change(house, trx, actor, id, editSet(loaded.row, body))
  if (body.supports || lead !== loaded.row.lead_unit) {
    await setSupports(trx, actor.county, id, lead, body.supports ?? loaded.supports)
    await refreshAudiences(trx, actor.county, id)
  }
  if (teaches && body.lead !== undefined) await learnUnit(trx, actor, loaded.row, body.lead, house.clock.today())
  if (loaded.row.state === 'consulting')
    await askNewUnits(trx, actor.county, id, lead, body.supports ?? loaded.supports)
  const event = await record(trx, actor, {
    action: 'edit',
    matter: id,
    from: loaded.row.state,
    to: loaded.row.state,
    details: { changed: changedFields(body) },
  })
  await announce(trx, { county: actor.county, event, kind: 'matter', ids: [id] })
}

/** True where a matter is signed off and the change touches nothing but what it still lacks. */
function fillsGaps(loaded: LoadedMatter, body: PatchMatter): boolean {
  if (loaded.row.state !== 'signed-off') return false
  const gaps: readonly string[] = gapsForIssue(factsOf(loaded))
  return changedFields(body).every((field) => gaps.includes(field))
}

function requireOffice(actor: Actor): void {
  if (actor.post === 'dispatcher') return
  throw faults.forbidden('您不能修改这项事项', '印发前由财经办修改；对分工有意见，请在征求意见时提出', 'dispatcher')
}

export function requireEditable(actor: Actor, row: MatterRow): void {
  requireOffice(actor)
  if (!beforeIssue.includes(row.state) || row.state === 'signed-off') {
    throw new Fault(409, 'wrong-state', '这项事项现在不能直接修改', {
      why:
        row.state === 'signed-off'
          ? '已经审定，只能补齐缺的要件；其余要改，请撤销或印发后调整'
          : '已经印发，改动要走“调整”，写明批准依据',
      who: [{ unit: null, post: 'dispatcher' }],
    })
  }
}

function editSet(row: MatterRow, body: PatchMatter): MatterChange {
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  return {
    ...(body.title === undefined ? {} : { title: body.title }),
    ...(body.kind === undefined ? {} : { kind: body.kind }),
    ...(body.attitude === undefined ? {} : { attitude: body.attitude }),
    ...(body.lead === undefined ? {} : { lead_unit: body.lead }),
    ...(body.leader === undefined ? {} : { leader: body.leader }),
    ...(body.deadline === undefined ? {} : { deadline: body.deadline }),
    ...(body.doneWhen === undefined ? {} : { done_when: body.doneWhen }),
    ...(body.target === undefined ? {} : { target: json(body.target) }),
    ...(body.steps === undefined ? {} : { steps: JSON.stringify(body.steps.map((s) => ({ ...s, doneOn: null }))) }),
    ...(body.curve === undefined ? {} : { curve: JSON.stringify(body.curve) }),
    ...(body.cadence === undefined ? {} : { cadence: body.cadence }),
    ...(body.line === undefined ? {} : { line: body.line }),
    ...(body.key === undefined ? {} : { key: body.key }),
    provisional: JSON.stringify(stillProvisional(row, body)),
  }
}

/** 拟 stays until the office has looked at the field and saved it. */
function stillProvisional(row: MatterRow, body: PatchMatter): Provisional[] {
  return row.provisional.filter((field) => body[field] === undefined)
}

/** Units that come in while opinions are asked for are asked too; those that leave are not waited for. */
async function askNewUnits(
  trx: Trx,
  county: string,
  id: number,
  lead: number | null,
  supports: readonly { unit: number }[],
): Promise<void> {
  const involved = new Map<number, 'lead' | 'support'>(supports.map((s) => [s.unit, 'support']))
  if (lead !== null) involved.set(lead, 'lead')
  const asked = trx
    .deleteFrom('answer')
    .where('county', '=', county)
    .where('matter', '=', id)
    .where('opinion', 'is', null)
  await asked.$if(involved.size > 0, (q) => q.where('unit', 'not in', [...involved.keys()])).execute()
  for (const [unit, role] of involved) {
    await trx
      .insertInto('answer')
      .values({ ...unanswered, county, matter: id, unit, role })
      .onConflict((c) => c.columns(['county', 'matter', 'unit']).doUpdateSet({ role }))
      .execute()
  }
}

const unanswered = {
  opinion: null,
  text: null,
  suggested_unit: null,
  answered_at: null,
  account: null,
  adopted: null,
  adoption_note: null,
}

function changedFields(body: PatchMatter): string[] {
  return Object.entries(body).flatMap(([field, value]) => (field === 'version' || value === undefined ? [] : [field]))
}
